package app.prosa.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The two kinds of event streams. */
final class FakeStreams {
    private static final int SIGN_OF_LIFE_SECONDS = 15;

    private final FakeHub hub;

    FakeStreams(FakeHub hub) {
        this.hub = hub;
    }

    /** An answer from its beginning, whoever asked for it first. */
    void turn(FakeExchange http, FakeTurn turn, String id, String text)
            throws IOException, InterruptedException {
        OutputStream out = http.stream();
        event(out, 0, "accepted", named(turn, id));
        String sent = "";
        int number = 1;
        FakeTurn.Now now = turn.awaitMoreThan(0);
        while (!hub.isAway()) {
            String fresh = now.text().substring(sent.length());
            if (!fresh.isEmpty()) {
                ObjectNode delta = json().put("offset", sent.length()).put("text", fresh);
                event(out, number++, "delta", delta);
            }
            sent = now.text();
            if (now.state() != FakeTurn.State.STREAMING) {
                end(out, number, turn, id, text);
                return;
            }
            now = turn.awaitMoreThan(sent.length());
        }
        throw new IOException("the hub goes away");
    }

    private static ObjectNode named(FakeTurn turn, String id) {
        return json().put("conversation_id", "c1")
                .put("message_id", id)
                .put("user_message_id", turn.asked)
                .put("reply_id", turn.reply.id());
    }

    private void end(OutputStream out, int number, FakeTurn turn, String id, String text)
            throws IOException {
        FakeTurn.Now now = turn.now();
        if (hub.isAway()) {
            throw new IOException("the hub goes away");
        }
        if (now.state() == FakeTurn.State.COMPLETE) {
            ObjectNode done =
                    named(turn, id)
                            .put("user_message", text)
                            .put("ai_response", now.text())
                            .put("timestamp", Instant.now().toString());
            event(out, number, "done", done);
        } else {
            ObjectNode error =
                    json().put("error", "The model gave no answer.")
                            .put("code", "model_unavailable");
            event(out, number, "error", error);
        }
    }

    void events(FakeExchange http, FakeTalk talk) throws IOException, InterruptedException {
        int last = http.header("Last-Event-ID").map(Integer::parseInt).orElse(-1);
        BlockingQueue<FakeTalk.Event> queue = talk.listen(this, last);
        try {
            OutputStream out = http.stream();
            write(out, ": hello\n\n");
            while (true) {
                FakeTalk.Event next = queue.poll(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    write(out, ":\n\n");
                } else if (next.message() == null) {
                    event(out, next.number(), "reset", json());
                } else {
                    event(out, next.number(), "message", next.message().json());
                }
            }
        } finally {
            talk.leave(this);
        }
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void event(OutputStream out, int id, String type, ObjectNode data)
            throws IOException {
        write(out, "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, type, data));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
