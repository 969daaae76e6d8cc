package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.MessageId;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in paths, queries and bodies, read strictly. */
final class Asked {
    private Asked() {}

    /**
     * The conversation that the path names, as it is now.
     *
     * @throws Refusal CONVERSATION_NOT_FOUND, also for what is no id
     */
    static Conversation conversation(Exchange exchange, Conversations known) {
        return known.find(conversationId(exchange))
                .orElseThrow(() -> new Refusal(ApiError.CONVERSATION_NOT_FOUND));
    }

    private static ConversationId conversationId(Exchange exchange) {
        try {
            return ConversationId.of(exchange.parameter(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ApiError.CONVERSATION_NOT_FOUND);
        }
    }

    /**
     * @throws Refusal MESSAGE_NOT_FOUND
     */
    static MessageId message(Exchange exchange) {
        try {
            return MessageId.of(exchange.parameter(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ApiError.MESSAGE_NOT_FOUND);
        }
    }

    /**
     * A number of the query, cut to what is allowed.
     *
     * @throws Refusal INVALID_PARAMETER for less than the least, or no number
     */
    static int number(Exchange exchange, String name, int usual, int least, int most) {
        String text = exchange.query(name);
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return Math.min(number, most);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refusal(ApiError.INVALID_PARAMETER, name);
    }

    /**
     * @throws Refusal INVALID_PARAMETER
     */
    static boolean flag(Exchange exchange, String name) {
        String text = exchange.query(name);
        return switch (text) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw new Refusal(ApiError.INVALID_PARAMETER, name);
        };
    }

    /**
     * A text of a body, if it is there.
     *
     * @throws Refusal INVALID_PARAMETER for anything else than text, also for half a character
     */
    static Optional<String> text(JsonNode body, String name) {
        JsonNode value = present(body, name);
        if (value != null && !(value.isTextual() && isWhole(value.textValue()))) {
            throw new Refusal(ApiError.INVALID_PARAMETER, name);
        }
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    /**
     * @throws Refusal INVALID_PARAMETER for anything else than true and false
     */
    static Optional<Boolean> flag(JsonNode body, String name) {
        JsonNode value = present(body, name);
        if (value != null && !value.isBoolean()) {
            throw new Refusal(ApiError.INVALID_PARAMETER, name);
        }
        return Optional.ofNullable(value).map(JsonNode::booleanValue);
    }

    private static @Nullable JsonNode present(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
