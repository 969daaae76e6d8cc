package app.prosa.server.openai;

import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The messages of a request: texts, or parts that are texts. */
final class Messages {
    private static final String NAME = "messages";

    private Messages() {}

    /**
     * @throws Refusal INVALID_PARAMETER or UNSUPPORTED_PARAMETER that says which message
     */
    static List<Part> read(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw new Refusal(ApiError.INVALID_PARAMETER, NAME);
        }
        List<Part> parts = new ArrayList<>(messages.size());
        for (JsonNode message : messages) {
            String where = NAME + "[" + parts.size() + "]";
            Role role = role(message.path("role").asText(), where + ".role");
            String text = text(message.path("content"), where + ".content");
            parts.add(new Part(role, text, List.of()));
        }
        return List.copyOf(parts);
    }

    private static Role role(String name, String where) {
        return switch (name) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool", "function" -> throw new Refusal(ApiError.UNSUPPORTED_PARAMETER, where);
            default -> throw new Refusal(ApiError.INVALID_PARAMETER, where);
        };
    }

    private static String text(JsonNode content, String where) {
        if (content.isTextual()) {
            return whole(content.textValue(), where);
        }
        if (!content.isArray() || content.isEmpty()) {
            throw new Refusal(ApiError.INVALID_PARAMETER, where);
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text")) {
                throw new Refusal(ApiError.UNSUPPORTED_PARAMETER, where);
            }
            if (!part.path("text").isTextual()) {
                throw new Refusal(ApiError.INVALID_PARAMETER, where);
            }
            text.append(text.isEmpty() ? "" : "\n").append(part.path("text").textValue());
        }
        return whole(text.toString(), where);
    }

    /** Half of a surrogate pair could not be sent on. */
    private static String whole(String text, String where) {
        if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw new Refusal(ApiError.INVALID_PARAMETER, where);
        }
        return text;
    }
}
