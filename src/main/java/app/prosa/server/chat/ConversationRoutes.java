package app.prosa.server.chat;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.server.sse.EventStream;
import app.prosa.server.sse.Streams;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/conversation/{user_id}/{channel}}: read, listen to and erase one's history. */
public final class ConversationRoutes {
    private static final String PATH = "/api/conversation/{user_id}/{channel}";
    private static final int USUAL = 200;
    private static final int MOST = 1_000;

    /**
     * So many messages are told again to who comes back: the last ones may have changed meanwhile.
     */
    private static final int AGAIN = 20;

    private static final int MOST_LISTENERS = 4_000;
    private static final int RETRY_SECONDS = 10;

    private final ConversationEngine engine;
    private final Streams streams;
    private final Feeds feeds;

    ConversationRoutes(ConversationEngine engine, Streams streams, Feeds feeds) {
        this.engine = engine;
        this.streams = streams;
        this.feeds = feeds;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Audience.TALKERS, this::read),
                Route.delete(PATH, Audience.TALKERS, this::erase),
                Route.stream(PATH + "/events", Audience.TALKERS, this::listen));
    }

    /** Whose conversation a path names. */
    private record Owner(String userId, ChannelKind channel) {
        static Owner of(Exchange exchange) {
            String userId = exchange.parameter(0);
            Channels.checkUser(userId);
            ChannelKind channel = Channels.named(exchange.parameter(1));
            Channels.checkOwner(exchange, channel, userId);
            return new Owner(userId, channel);
        }

        void write(JsonGenerator out) throws IOException {
            out.writeStringField("user_id", userId);
            out.writeStringField("channel", channel.key());
        }
    }

    private Optional<Conversation> find(Owner owner) {
        return engine.conversations()
                .find(owner.channel(), owner.userId())
                .filter(conversation -> conversation.trashedAt() == null);
    }

    private void read(Exchange exchange) {
        Owner owner = Owner.of(exchange);
        int limit = limit(exchange.query("limit"));
        Optional<Conversation> conversation = find(owner);
        int size = conversation.map(Conversation::size).orElse(0);
        List<Message> page =
                conversation
                        .map(c -> page(c.id(), before(exchange.query("before"), c), limit))
                        .orElse(List.of());
        exchange.json(200, Json.bytes(out -> write(out, owner, page, size)));
    }

    private List<Message> page(ConversationId id, int before, int limit) {
        return engine.conversations().path(id, Math.max(0, before - limit), before);
    }

    private static void write(JsonGenerator out, Owner owner, List<Message> page, int size)
            throws IOException {
        out.writeStartObject();
        owner.write(out);
        out.writeArrayFieldStart("messages");
        for (Message message : page) {
            if (MessageJson.isShown(message)) {
                MessageJson.write(out, message);
            }
        }
        out.writeEndArray();
        out.writeNumberField("total_messages", size);
        out.writeEndObject();
    }

    private void erase(Exchange exchange) {
        Owner owner = Owner.of(exchange);
        engine.conversations()
                .find(owner.channel(), owner.userId())
                .ifPresent(conversation -> engine.erase(conversation.id()));
        String done = exchange.texts().get("hub.conversation.erased");
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("message", done);
                    owner.write(out);
                    out.writeEndObject();
                }));
    }

    private void listen(Exchange exchange) {
        Owner owner = Owner.of(exchange);
        if (streams.size() >= MOST_LISTENERS) {
            throw new Refusal(ApiError.OVERLOADED).retryAfter(RETRY_SECONDS);
        }
        FeedStream[] made = new FeedStream[1];
        EventStream out =
                streams.listen(
                        exchange, () -> feeds.remove(owner.channel(), owner.userId(), made[0]));
        FeedStream stream = new FeedStream(out);
        made[0] = stream;
        feeds.add(owner.channel(), owner.userId(), stream);
        Optional<Conversation> conversation = find(owner);
        conversation.ifPresent(c -> feeds.know(owner.channel(), owner.userId(), c.id()));
        String last = exchange.lastEventId();
        stream.begin(
                conversation.map(c -> missed(c, last)).orElse(List.of()),
                last != null && isOfAnother(last, conversation));
    }

    private List<Message> missed(Conversation conversation, @Nullable String last) {
        String begin = conversation.id() + ":";
        int seen =
                last != null && last.startsWith(begin)
                        ? number(last.substring(begin.length()), conversation.size())
                        : conversation.size();
        int from = Math.max(0, Math.min(seen, conversation.size()) - AGAIN);
        return engine.conversations().path(conversation.id(), from, conversation.size());
    }

    /** The conversation that the listener knew was erased. */
    private static boolean isOfAnother(String last, Optional<Conversation> conversation) {
        return conversation.filter(c -> last.startsWith(c.id() + ":")).isEmpty();
    }

    private static int limit(@Nullable String text) {
        int limit = text == null ? USUAL : number(text, 0);
        if (limit < 1) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "limit");
        }
        return Math.min(limit, MOST);
    }

    /** The position of the message that the page ends before. */
    private int before(@Nullable String text, Conversation conversation) {
        if (text == null) {
            return conversation.size();
        }
        try {
            return engine.conversations()
                    .message(MessageId.of(text))
                    .filter(message -> message.conversationId().equals(conversation.id()))
                    .map(Message::position)
                    .orElseThrow(() -> new Refusal(ApiError.INVALID_PARAMETER, "before"));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "before");
        }
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
