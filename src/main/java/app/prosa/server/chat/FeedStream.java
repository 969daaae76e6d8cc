package app.prosa.server.chat;

import app.prosa.conversation.Message;
import app.prosa.server.sse.Event;
import app.prosa.server.sse.EventStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listener to a conversation. What happens while it is told what it missed waits until it was:
 * a message's older state never comes after a newer one.
 */
final class FeedStream {
    private static final int MOST_HELD = 1_000;

    private final EventStream out;
    private @Nullable List<Message> held = new ArrayList<>();
    private boolean reset;

    FeedStream(EventStream out) {
        this.out = out;
    }

    synchronized void tell(Message message) {
        if (held == null) {
            write(message);
        } else if (held.size() < MOST_HELD) {
            held.add(message);
        } else {
            reset = true;
        }
    }

    /** What the listener has is not what is shown any more: it has to read the history again. */
    synchronized void reset() {
        if (held == null) {
            writeReset();
        } else {
            reset = true;
        }
    }

    /** Tells what was missed, and lets through what waited. */
    synchronized void begin(List<Message> missed, boolean startsAnew) {
        List<Message> waiting = held == null ? List.of() : held;
        held = null;
        // Something at once, so that the listener knows that it is heard.
        out.send(buffer -> buffer.ascii(":\n\n"));
        if (startsAnew || reset) {
            writeReset();
        }
        missed.forEach(this::write);
        waiting.forEach(this::write);
    }

    private void write(Message message) {
        String id = message.conversationId() + ":" + message.position();
        if (MessageJson.isShown(message)) {
            byte[] json = MessageJson.of(message);
            out.send(buffer -> Event.write(buffer, "message", id, json));
        } else if (message.deleted()) {
            out.send(buffer -> {
                Event.begin(buffer, "removed", id).ascii("{\"id\":");
                Event.end(buffer.json(message.id().toString()).ascii("}"));
            });
        }
    }

    private void writeReset() {
        out.send(buffer -> Event.end(buffer.ascii("event: reset\ndata: {}")));
    }
}
