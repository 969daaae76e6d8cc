package app.prosa.server.operator;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Turn;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A conversation's messages: read, said by hand, written anew, marked. */
final class MessageRoutes {
    private static final String ALL = "/api/operator/conversations/{id}/messages";
    private static final String ONE = "/api/operator/messages/{id}";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final ConversationEngine engine;
    private final Conversations conversations;

    MessageRoutes(ConversationEngine engine) {
        this.engine = engine;
        this.conversations = engine.conversations();
    }

    List<Route> routes() {
        Audience operators = Audience.OPERATORS;
        return List.of(
                Route.get(ALL, operators, this::list),
                Route.post(ALL, operators, MOST_BYTES, this::say),
                Route.patch(ONE, operators, MOST_BYTES, this::mark),
                Route.post(ONE + "/regenerate", operators, MOST_BYTES, this::regenerate));
    }

    private void list(Exchange exchange) {
        Conversation conversation = Asked.conversation(exchange, conversations);
        int size = conversation.size();
        int limit = Asked.number(exchange, "limit", USUAL, 1, MOST);
        int before = Asked.number(exchange, "before", size, 0, size);
        int from = Math.max(0, before - limit);
        List<Message> page = conversations.path(conversation.id(), from, before);
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("conversation_id", conversation.id().toString());
                    out.writeArrayFieldStart("messages");
                    for (Message message : page) {
                        MessageJson.write(out, message);
                    }
                    out.writeEndArray();
                    out.writeNumberField("total_messages", size);
                    out.writeObjectField("before", from == 0 ? null : from);
                    out.writeEndObject();
                }));
    }

    private void say(Exchange exchange) {
        ConversationId id = Asked.conversation(exchange, conversations).id();
        JsonNode body = Json.object(exchange.jsonBody());
        String text =
                Asked.text(body, "text")
                        .orElseThrow(() -> new Refusal(ApiError.INVALID_PARAMETER, "text"));
        Message said =
                engine.sayByHand(id, text)
                        .orElseThrow(() -> new Refusal(ApiError.CONVERSATION_NOT_FOUND));
        exchange.json(201, MessageJson.of(said));
    }

    private Message message(MessageId id) {
        return conversations.message(id).orElseThrow(() -> new Refusal(ApiError.MESSAGE_NOT_FOUND));
    }

    private void mark(Exchange exchange) {
        MessageId id = message(Asked.message(exchange)).id();
        JsonNode body = Json.object(exchange.jsonBody());
        Optional<Boolean> pinned = Asked.flag(body, "pinned");
        Optional<Boolean> deleted = Asked.flag(body, "deleted");
        pinned.ifPresent(value -> conversations.pinMessage(id, value));
        deleted.ifPresent(value -> conversations.deleteMessage(id, value));
        exchange.json(200, MessageJson.of(message(id)));
    }

    /** Answers with the empty reply; it fills by events. */
    private void regenerate(Exchange exchange) {
        Message reply = message(Asked.message(exchange));
        if (reply.author() != Author.ASSISTANT) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "id");
        }
        MessageId id = reply.id();
        Turn turn =
                engine.regenerate(id).orElseThrow(() -> new Refusal(ApiError.MESSAGE_NOT_FOUND));
        exchange.json(202, MessageJson.of(message(turn.replyId())));
    }
}
