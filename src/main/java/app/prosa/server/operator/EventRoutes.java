package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.JsonBody;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.server.sse.Event;
import app.prosa.server.sse.EventStream;
import app.prosa.server.sse.Streams;
import app.prosa.server.sse.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/operator/events}: everything that happens, as it happens. The id of an event is
 * its time in milliseconds; who comes back with one is told what changed since, or to read
 * everything again.
 */
final class EventRoutes {
    private static final int MOST_LISTENERS = 100;
    private static final int RETRY_SECONDS = 10;

    /** An event comes a little after the time that stands in the store. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final Clock clock;
    private final Streams streams;
    private final Changed changed;
    private final CatchUp catchUp;
    private final Set<OperatorStream> listeners = ConcurrentHashMap.newKeySet();

    EventRoutes(ConversationEngine engine, Clock clock, Streams streams) {
        this.clock = clock;
        this.streams = streams;
        this.changed = new Changed(clock.instant());
        this.catchUp = new CatchUp(engine, changed);
    }

    List<Route> routes() {
        return List.of(Route.stream("/api/operator/events", Audience.OPERATORS, this::listen));
    }

    private void listen(Exchange exchange) {
        Optional<Instant> since = Optional.ofNullable(exchange.lastEventId()).map(this::time);
        if (listeners.size() >= MOST_LISTENERS) {
            throw new Refusal(ApiError.OVERLOADED).retryAfter(RETRY_SECONDS);
        }
        OperatorStream[] made = new OperatorStream[1];
        EventStream out = streams.listen(exchange, () -> forget(made[0]));
        OperatorStream stream = new OperatorStream(out);
        made[0] = stream;
        listeners.add(stream);
        stream.begin(since.map(this::missed).orElse(List.of()));
    }

    /** It may be over before it was one of them. */
    private void forget(@Nullable OperatorStream stream) {
        if (stream != null) {
            listeners.remove(stream);
        }
    }

    /** What is no id of ours says that everything may be new. */
    private Instant time(String id) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(id)).minus(SLACK);
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * Some changes leave no time behind in the store: what happened before this hub began to look,
     * or too much ago, it cannot tell.
     */
    private List<Consumer<Utf8Buffer>> missed(Instant since) {
        if (!changed.knows(since)) {
            return reset();
        }
        return catchUp.conversations(since)
                .map(known -> states(known, since))
                .orElseGet(this::reset);
    }

    /** Whoever listens reads the list again. */
    private List<Consumer<Utf8Buffer>> reset() {
        byte[] nothing = "{}".getBytes(StandardCharsets.US_ASCII);
        return List.of(event("reset", nothing));
    }

    private List<Consumer<Utf8Buffer>> states(List<Conversation> known, Instant since) {
        List<Consumer<Utf8Buffer>> events = new ArrayList<>();
        for (Conversation conversation : known) {
            events.add(event("conversation", ConversationJson.of(conversation)));
            for (Message message : catchUp.messages(conversation, since)) {
                events.add(event("message", MessageJson.of(message)));
            }
        }
        List<ConversationId> gone = catchUp.gone(since);
        if (!gone.isEmpty()) {
            events.add(event("removed", out -> EventJson.removed(out, gone)));
        }
        return events;
    }

    /** On the thread that caused it: nothing here waits for a client. */
    void on(ConversationEvent event) {
        EventJson.changed(event).forEach(id -> changed.add(id, clock.instant()));
        if (listeners.isEmpty()) {
            return;
        }
        if (event instanceof ConversationEvent.ReplyDelta delta) {
            delta(delta);
        } else {
            tellAll(event(EventJson.name(event), out -> EventJson.write(out, event)));
        }
    }

    private void tellAll(Consumer<Utf8Buffer> event) {
        listeners.forEach(listener -> listener.tell(event));
    }

    /** Written by hand: there is one for each token, and half a surrogate pair may be in it. */
    private void delta(ConversationEvent.ReplyDelta it) {
        String id = Long.toString(clock.millis());
        tellAll(buffer -> {
            Event.begin(buffer, "delta", id).ascii("{\"conversation_id\":\"");
            buffer.ascii(it.conversationId().toString()).ascii("\",\"message_id\":\"");
            buffer.ascii(it.messageId().toString()).ascii("\",\"reasoning\":");
            buffer.ascii(Boolean.toString(it.reasoning())).ascii(",\"offset\":");
            Event.end(buffer.number(it.offset()).ascii(",\"text\":").json(it.delta()).ascii("}"));
        });
    }

    private Consumer<Utf8Buffer> event(String name, JsonBody data) {
        return event(name, Json.bytes(data));
    }

    private Consumer<Utf8Buffer> event(String name, byte[] data) {
        String id = Long.toString(clock.millis());
        return buffer -> Event.write(buffer, name, id, data);
    }
}
