package app.prosa.conversation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells subscribers what was committed. */
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final List<Consumer<ConversationEvent>> listeners = new CopyOnWriteArrayList<>();

    Subscription subscribe(Consumer<ConversationEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * A listener that throws is our fault, but neither the turn nor the other listeners suffer for
     * it.
     */
    void publish(ConversationEvent event) {
        for (Consumer<ConversationEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A subscriber failed on {}", event.getClass().getSimpleName(), e);
            }
        }
    }
}
