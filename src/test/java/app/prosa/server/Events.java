package app.prosa.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as they come. */
final class Events implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final Chunks in;
    final Map<String, String> headers;

    /** One event; comments have the name {@code :}. */
    record Event(String name, String id, JsonNode data) {
        String text(String field) {
            return data.path(field).asText();
        }
    }

    private Events(Wire wire, Map<String, String> headers) {
        this.wire = wire;
        this.headers = headers;
        this.in = new Chunks(wire.in());
    }

    /** Reads the head of the answer, which has to be a stream. */
    static Events of(Wire wire) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        String status = Answer.line(wire.in());
        for (String line = Answer.line(wire.in()); !line.isEmpty(); line = Answer.line(wire.in())) {
            headers.put(
                    line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        if (!"text/event-stream".equals(headers.get("content-type"))) {
            throw new IOException("No stream: " + status + headers);
        }
        return new Events(wire, headers);
    }

    /** The next event that is no comment, or null at the end. */
    @Nullable Event next() throws IOException {
        Event event = nextOrComment();
        while (event != null && event.name().equals(":")) {
            event = nextOrComment();
        }
        return event;
    }

    @Nullable Event nextOrComment() throws IOException {
        String name = "";
        String id = "";
        String data = "";
        boolean any = false;
        for (String line = Answer.line(in); ; line = Answer.line(in)) {
            if (line.isEmpty()) {
                return any ? new Event(name, id, JSON.readTree(data)) : null;
            }
            any = true;
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith(":")) {
                name = ":";
            }
        }
    }

    Event await(String name) throws IOException {
        for (Event event = next(); event != null; event = next()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        throw new IOException("The stream ended without " + name);
    }

    List<Event> rest() throws IOException {
        List<Event> all = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            all.add(event);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** The body of a chunked answer. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // a line at a time is all that is read
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private boolean began;
        private boolean over;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (over) {
                return -1;
            }
            if (left == 0) {
                // The end of the chunk before comes with the beginning of the next one.
                String end = began ? Answer.line(in) : "";
                String size = end.isEmpty() ? Answer.line(in) : "";
                began = true;
                left = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
                over = left == 0;
                if (over) {
                    return -1;
                }
            }
            left--;
            return in.read();
        }
    }
}
