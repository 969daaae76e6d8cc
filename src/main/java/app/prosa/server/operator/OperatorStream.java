package app.prosa.server.operator;

import app.prosa.server.sse.EventStream;
import app.prosa.server.sse.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One operator who listens. What happens while it is told what it missed waits until it was: an
 * older state never comes after a newer one.
 */
final class OperatorStream {
    private static final int MOST_HELD = 2_000;

    private final EventStream out;
    private @Nullable List<Consumer<Utf8Buffer>> held = new ArrayList<>();

    OperatorStream(EventStream out) {
        this.out = out;
    }

    synchronized void tell(Consumer<Utf8Buffer> event) {
        List<Consumer<Utf8Buffer>> waiting = held;
        if (waiting == null) {
            out.send(event);
        } else if (waiting.size() < MOST_HELD) {
            waiting.add(event);
        } else {
            // It comes back and catches up, with less to catch up with.
            out.end();
        }
    }

    /** Tells what was missed, and lets through what waited. */
    synchronized void begin(List<Consumer<Utf8Buffer>> missed) {
        List<Consumer<Utf8Buffer>> waiting = held == null ? List.of() : held;
        held = null;
        // Something at once, so that the listener knows that it is heard.
        out.send(buffer -> buffer.ascii(":\n\n"));
        missed.forEach(out::send);
        waiting.forEach(out::send);
    }
}
