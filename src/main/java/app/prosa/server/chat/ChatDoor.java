package app.prosa.server.chat;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.Subscription;
import app.prosa.server.access.Access;
import app.prosa.server.http.Route;
import app.prosa.server.sse.Streams;
import java.util.List;
import java.util.stream.Stream;

/**
 * Talking with the engine over HTTP: the routes, and the one subscription that feeds all streams.
 */
public final class ChatDoor implements AutoCloseable {
    private final Streams answers = new Streams();
    private final Streams listeners = new Streams();
    private final Replies replies = new Replies();
    private final Feeds feeds = new Feeds();
    private final List<Route> routes;
    private final Subscription subscription;

    public ChatDoor(ConversationEngine engine, Access access, InFlight inFlight) {
        this.routes =
                Stream.concat(
                                new ChatRoutes(engine, access, inFlight, answers, replies)
                                        .routes().stream(),
                                new ConversationRoutes(engine, listeners, feeds).routes().stream())
                        .toList();
        this.subscription = engine.subscribe(this::on);
    }

    public List<Route> routes() {
        return routes;
    }

    /** On the thread that caused it: nothing here waits for a client. */
    private void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.ReplyDelta delta -> replies.on(delta);
            case ConversationEvent.ConversationChanged changed ->
                    feeds.know(changed.conversation());
            case ConversationEvent.MessageAdded added -> feeds.tell(added.message());
            case ConversationEvent.MessageChanged changed -> feeds.tell(changed.message());
            case ConversationEvent.PathChanged changed -> feeds.reset(changed.conversationId());
            case ConversationEvent.ConversationsRemoved removed ->
                    removed.ids().forEach(feeds::reset);
            case ConversationEvent.StoreTroubled troubled -> {}
            case ConversationEvent.DeliveryChanged changed -> {}
            case ConversationEvent.CorrespondentChanged changed -> {}
        }
    }

    /** To be called every few seconds. */
    public void tick() {
        answers.tick();
        listeners.tick();
    }

    /** The keys or rules have changed: ends what is not allowed any more. */
    public void recheck(Access access) {
        answers.keepOnly(access::stillKnows);
        listeners.keepOnly(access::stillKnows);
    }

    /** Ends the streams that would go on for ever, and lets the answers come to their end. */
    public void windDown() {
        listeners.endAll();
    }

    @Override
    public void close() {
        subscription.close();
        answers.endAll();
        listeners.endAll();
    }
}
