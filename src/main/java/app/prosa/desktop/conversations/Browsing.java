package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Subscription;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the list asks of the engine. */
interface Browsing {
    /** Blocks; see {@link app.prosa.conversation.Conversations#page}. */
    List<Conversation> page(Query query, @Nullable Place after, int limit);

    /** Blocks; see {@link app.prosa.conversation.Conversations#places}. */
    List<Place> places(Query query, @Nullable Place after, int limit);

    Subscription subscribe(Consumer<ConversationEvent> listener);

    /** A reply is being written, or waits for its turn. */
    boolean isStreaming(ConversationId id);

    static Browsing of(ConversationEngine engine) {
        return new Browsing() {
            @Override
            public List<Conversation> page(Query query, @Nullable Place after, int limit) {
                return engine.conversations().page(query, after, limit);
            }

            @Override
            public List<Place> places(Query query, @Nullable Place after, int limit) {
                return engine.conversations().places(query, after, limit);
            }

            @Override
            public Subscription subscribe(Consumer<ConversationEvent> listener) {
                return engine.subscribe(listener);
            }

            @Override
            public boolean isStreaming(ConversationId id) {
                return !engine.turns(id).isEmpty();
            }
        };
    }
}
