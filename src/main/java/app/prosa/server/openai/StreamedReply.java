package app.prosa.server.openai;

import app.prosa.conversation.ChatOutcome;
import app.prosa.server.http.ApiErrors;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.JsonBody;
import app.prosa.server.http.Refusal;
import app.prosa.server.sse.EventStream;
import app.prosa.server.sse.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the answer as it is written: unnamed events, the last of which is {@code [DONE]}. The
 * stream begins with the first piece, so that a call that fails before it is an error with a status
 * of its own, by which clients decide whether to try again.
 */
final class StreamedReply implements Reply {
    /** Stands where a chunk has its piece; no name of a model holds it, being no text. */
    private static final String HOLE = "\"delta\":{}";

    private final Exchange exchange;
    private final CompletionJson json;
    private final boolean withUsage;
    private final Supplier<EventStream> opening;
    private final byte[] before;
    private final byte[] after;
    private @Nullable EventStream out;

    StreamedReply(
            Exchange exchange,
            CompletionJson json,
            boolean withUsage,
            Supplier<EventStream> opening) {
        this.exchange = exchange;
        this.json = json;
        this.withUsage = withUsage;
        this.opening = opening;
        byte[] chunk = Json.bytes(o -> json.writeChunk(o, false, null, withUsage));
        String text = new String(chunk, StandardCharsets.UTF_8);
        int hole = text.lastIndexOf(HOLE) + HOLE.length() - 1;
        this.before = text.substring(0, hole).getBytes(StandardCharsets.UTF_8);
        this.after = text.substring(hole).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void answer(String delta) {
        piece("\"content\":", delta);
    }

    @Override
    public void reasoning(String delta) {
        piece("\"reasoning_content\":", delta);
    }

    /** Written by hand, as there is one for each token. */
    private void piece(String field, String delta) {
        opened().send(buffer -> {
            begin(buffer).bytes(before).ascii(field).json(delta).bytes(after);
            end(buffer);
        });
    }

    private EventStream opened() {
        EventStream open = out;
        if (open == null) {
            open = opening.get();
            out = open;
            event(open, o -> json.writeChunk(o, true, null, withUsage));
        }
        return open;
    }

    @Override
    public boolean begun() {
        return out != null;
    }

    @Override
    public void done(ChatOutcome outcome) {
        EventStream open = opened();
        String finish = CompletionJson.finish(outcome);
        event(open, o -> json.writeChunk(o, false, finish, withUsage));
        if (withUsage) {
            event(open, o -> json.writeUsage(o, outcome.usage()));
        }
        open.send(buffer -> end(begin(buffer).ascii("[DONE]")));
        open.end();
    }

    @Override
    public void failed(Refusal refusal) {
        EventStream open = out;
        if (open == null) {
            throw refusal;
        }
        byte[] error = ApiErrors.body(exchange, refusal);
        open.send(buffer -> end(begin(buffer).bytes(error)));
        open.end();
    }

    private static void event(EventStream open, JsonBody chunk) {
        byte[] bytes = Json.bytes(chunk);
        open.send(buffer -> end(begin(buffer).bytes(bytes)));
    }

    private static Utf8Buffer begin(Utf8Buffer buffer) {
        return buffer.ascii("data: ");
    }

    private static void end(Utf8Buffer buffer) {
        buffer.ascii("\n\n");
    }
}
