package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Endpoint;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import java.util.List;
import java.util.function.Consumer;

/** Who writes by channels: who waits, and what is decided about them and about messages to them. */
final class CorrespondentRoutes {
    private static final String CONVERSATION = "/api/operator/conversations/{id}";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Conversations conversations;
    private final ChannelStore channels;
    private final ChannelDesk desk;

    CorrespondentRoutes(ConversationEngine engine, ChannelStore channels, ChannelDesk desk) {
        this.conversations = engine.conversations();
        this.channels = channels;
        this.desk = desk;
    }

    List<Route> routes() {
        Audience operators = Audience.OPERATORS;
        return List.of(
                Route.get("/api/operator/correspondents", operators, this::waiting),
                Route.get(CONVERSATION + "/correspondent", operators, this::answer),
                post("/approve", exchange -> decide(exchange, desk::approve)),
                post("/block", exchange -> decide(exchange, desk::block)),
                post("/release", this::release),
                Route.post(
                        "/api/operator/messages/{id}/resend", operators, MOST_BYTES, this::resend));
    }

    private static Route post(String what, Endpoint endpoint) {
        return Route.post(CONVERSATION + what, Audience.OPERATORS, MOST_BYTES, endpoint);
    }

    private void waiting(Exchange exchange) {
        int limit = Asked.number(exchange, "limit", USUAL, 1, MOST);
        List<Correspondent> waiting = channels.correspondents().waiting(limit);
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("correspondents");
                    for (Correspondent correspondent : waiting) {
                        CorrespondentJson.write(out, correspondent);
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                }));
    }

    /** How they stand now. */
    private void answer(Exchange exchange) {
        exchange.json(200, CorrespondentJson.of(correspondent(exchange)));
    }

    private Correspondent correspondent(Exchange exchange) {
        Conversation conversation = Asked.conversation(exchange, conversations);
        return channels.correspondents()
                .find(conversation.id())
                .orElseThrow(() -> new Refusal(ApiError.CONVERSATION_NOT_FOUND));
    }

    private void decide(Exchange exchange, Consumer<ConversationId> decision) {
        decision.accept(correspondent(exchange).conversation());
        answer(exchange);
    }

    private void release(Exchange exchange) {
        boolean answered =
                Asked.flag(Json.object(exchange.jsonBody()), "answer")
                        .orElseThrow(() -> new Refusal(ApiError.INVALID_PARAMETER, "answer"));
        decide(exchange, id -> desk.release(id, answered));
    }

    /** Only what went out by a channel once can go once more. */
    private void resend(Exchange exchange) {
        Message message =
                conversations
                        .message(Asked.message(exchange))
                        .orElseThrow(() -> new Refusal(ApiError.MESSAGE_NOT_FOUND));
        desk.resend(message.id());
        Delivery delivery =
                channels.outbox().deliveries(List.of(message.id())).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(ApiError.MESSAGE_NOT_FOUND));
        exchange.json(
                200,
                Json.bytes(out -> DeliveryJson.write(out, message.conversationId(), delivery)));
    }
}
