package app.prosa.server.operator;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.Subscription;
import app.prosa.conversation.UsageLog;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.server.access.Access;
import app.prosa.server.http.Route;
import app.prosa.server.sse.Streams;
import app.prosa.settings.LiveSettings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What the window does with conversations, over HTTP, and what happens in them, live. */
public final class OperatorDoor implements AutoCloseable {
    private final Streams streams = new Streams();
    private final List<Route> routes;
    private final Subscription subscription;

    public OperatorDoor(
            ConversationEngine engine,
            ChannelStore channels,
            ChannelDesk desk,
            LiveSettings settings,
            UsageLog usage,
            Clock clock) {
        EventRoutes events = new EventRoutes(engine, clock, streams);
        this.routes =
                Stream.of(
                                new ConversationRoutes(engine).routes(),
                                new MessageRoutes(engine).routes(),
                                new CorrespondentRoutes(engine, channels, desk).routes(),
                                new SettingsRoutes(settings).routes(),
                                new UsageRoutes(usage, clock).routes(),
                                events.routes())
                        .flatMap(List::stream)
                        .toList();
        this.subscription = engine.subscribe(events::on);
    }

    public List<Route> routes() {
        return routes;
    }

    /** To be called every few seconds. */
    public void tick() {
        streams.tick();
    }

    /** The keys or rules have changed: ends what is not allowed any more. */
    public void recheck(Access access) {
        streams.keepOnly(access::stillKnows);
    }

    /** Ends the streams, which would go on for ever. */
    public void windDown() {
        streams.endAll();
    }

    @Override
    public void close() {
        subscription.close();
        streams.endAll();
    }
}
