package app.prosa.server.operator;

import app.prosa.conversation.delivery.Correspondent;
import app.prosa.server.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** With whom a channel's conversation is. */
final class CorrespondentJson {
    private CorrespondentJson() {}

    static byte[] of(Correspondent correspondent) {
        return Json.bytes(out -> write(out, correspondent));
    }

    static void write(JsonGenerator out, Correspondent correspondent) throws IOException {
        out.writeStartObject();
        out.writeStringField("conversation_id", correspondent.conversation().toString());
        out.writeStringField("account", correspondent.address().account());
        out.writeBooleanField("group", correspondent.address().group());
        out.writeStringField("name", correspondent.name());
        out.writeStringField("handle", correspondent.handle());
        out.writeStringField("standing", correspondent.standing().name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("opted_out", correspondent.optedOut());
        out.writeBooleanField("reachable", correspondent.reachable());
        out.writeNumberField("held", correspondent.held());
        out.writeEndObject();
    }
}
