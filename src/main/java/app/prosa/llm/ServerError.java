package app.prosa.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server says went wrong, whatever the shape: {@code {"error":{"message","type","code"}}} as
 * OpenAI has it, {@code {"error":"…"}}, {@code {"message":"…"}}, {@code {"detail":…}} of FastAPI,
 * one of them in a list (Gemini), or a page of HTML.
 *
 * @param message for people; may be empty
 * @param marks code and type, in lower case, a space between
 * @param status what the error itself says its HTTP status would be, or 0
 */
record ServerError(String message, String marks, int status) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TITLE = Pattern.compile("(?is)<title>(.*?)</title>");
    private static final int LONGEST_TEXT = 300;

    static ServerError parse(String body) {
        JsonNode json = json(body);
        if (json.isContainerNode()) {
            return of(json.isArray() ? json.path(0) : json);
        }
        return new ServerError(json.isTextual() ? json.textValue() : plain(body), "", 0);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static ServerError of(JsonNode answer) {
        JsonNode error = answer.path("error");
        JsonNode place = error.isObject() ? error : answer;
        String message = error.isTextual() ? error.textValue() : message(place);
        return new ServerError(message, marks(place), place.path("code").asInt(0));
    }

    private static String message(JsonNode place) {
        JsonNode raw = place.path("metadata").path("raw"); // OpenRouter: what its source said
        String message = text(place.path("message"));
        if (message.isEmpty()) {
            message = text(place.path("detail"));
        }
        return raw.isTextual() ? message + ": " + raw.textValue() : message;
    }

    private static String text(JsonNode node) {
        return node.isContainerNode() ? node.toString() : node.asText("");
    }

    private static String marks(JsonNode place) {
        return Stream.of(place.path("code"), place.path("type"), place.at("/innererror/code"))
                .map(node -> node.asText(""))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static String plain(String body) {
        Matcher title = TITLE.matcher(body);
        String text = title.find() ? title.group(1) : body.replaceAll("<[^>]*>", " ");
        String line = text.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_TEXT));
    }

    /** Whether the code, the type or the message matches. */
    boolean says(Pattern pattern) {
        return pattern.matcher(marks).find() || pattern.matcher(message).find();
    }
}
