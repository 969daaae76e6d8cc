package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.Mode;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** {@code /api/operator/conversations}: the list, and what can be done with one of it. */
final class ConversationRoutes {
    private static final String ALL = "/api/operator/conversations";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final ConversationEngine engine;
    private final Conversations conversations;

    ConversationRoutes(ConversationEngine engine) {
        this.engine = engine;
        this.conversations = engine.conversations();
    }

    List<Route> routes() {
        Audience operators = Audience.OPERATORS;
        return List.of(
                Route.get(ALL, operators, this::list),
                Route.get(ONE, operators, this::answer),
                Route.patch(ONE, operators, MOST_BYTES, this::change),
                Route.delete(ONE, operators, this::trash),
                Route.post(ONE + "/restore", operators, MOST_BYTES, this::restore),
                Route.post(ONE + "/stop", operators, MOST_BYTES, this::stop));
    }

    private void list(Exchange exchange) {
        String words = exchange.query("q");
        Query query = new Query(Asked.flag(exchange, "trashed"), words == null ? "" : words);
        int limit = Asked.number(exchange, "limit", USUAL, 1, MOST);
        String after = exchange.query("after");
        List<Conversation> page =
                conversations.page(query, after == null ? null : Cursor.parse(after), limit);
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("conversations");
                    for (Conversation conversation : page) {
                        ConversationJson.write(out, conversation);
                    }
                    out.writeEndArray();
                    boolean last = page.size() < limit;
                    out.writeStringField("next", last ? null : Cursor.of(page.getLast()));
                    out.writeEndObject();
                }));
    }

    private ConversationId id(Exchange exchange) {
        return Asked.conversation(exchange, conversations).id();
    }

    /** How it is now. */
    private void answer(Exchange exchange) {
        exchange.json(200, ConversationJson.of(Asked.conversation(exchange, conversations)));
    }

    /** Everything is looked at before anything is done. */
    private void change(Exchange exchange) {
        ConversationId id = id(exchange);
        JsonNode body = Json.object(exchange.jsonBody());
        Optional<String> title = Asked.text(body, "title");
        Optional<Boolean> pinned = Asked.flag(body, "pinned");
        Optional<Boolean> read = Asked.flag(body, "read");
        Optional<Mode> mode = Asked.text(body, "mode").map(ConversationRoutes::mode);
        title.ifPresent(text -> conversations.rename(id, text));
        pinned.ifPresent(value -> conversations.pin(id, value));
        mode.ifPresent(value -> engine.setMode(id, value));
        read.filter(Boolean::booleanValue).ifPresent(_ -> conversations.markRead(id));
        answer(exchange);
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "auto" -> Mode.AUTO;
            case "human" -> Mode.HUMAN;
            case "paused" -> Mode.PAUSED;
            default -> throw new Refusal(ApiError.INVALID_PARAMETER, "mode");
        };
    }

    private void trash(Exchange exchange) {
        ConversationId id = id(exchange);
        conversations.trash(List.of(id));
        answer(exchange);
    }

    private void restore(Exchange exchange) {
        ConversationId id = id(exchange);
        conversations.restore(List.of(id));
        answer(exchange);
    }

    /** Ends the reply that is being written; what there is of it is kept. */
    private void stop(Exchange exchange) {
        ConversationId id = id(exchange);
        engine.stop(id);
        answer(exchange);
    }
}
