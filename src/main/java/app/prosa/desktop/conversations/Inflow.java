package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Gathers events from any thread, and hands them over together, at most once a pulse. */
final class Inflow {
    /** Runs on the JavaFX thread what was submitted last, at most once a pulse. */
    @FunctionalInterface
    interface Pulse {
        void submit(Runnable action);
    }

    private final Queue<ConversationEvent> waiting = new ConcurrentLinkedQueue<>();
    private final Pulse pulse;
    private final Consumer<List<ConversationEvent>> consumer;

    Inflow(Pulse pulse, Consumer<List<ConversationEvent>> consumer) {
        this.pulse = pulse;
        this.consumer = consumer;
    }

    void add(ConversationEvent event) {
        // Deltas are the many; no line of the list shows them.
        if (!(event instanceof ReplyDelta)) {
            waiting.add(event);
            pulse.submit(this::handOver);
        }
    }

    private void handOver() {
        List<ConversationEvent> batch = new ArrayList<>();
        for (ConversationEvent e = waiting.poll(); e != null; e = waiting.poll()) {
            batch.add(e);
        }
        if (!batch.isEmpty()) {
            consumer.accept(batch);
        }
    }
}
