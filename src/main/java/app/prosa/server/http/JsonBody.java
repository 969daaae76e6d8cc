package app.prosa.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something that is written as JSON. */
@FunctionalInterface
public interface JsonBody {
    void write(JsonGenerator out) throws IOException;
}
