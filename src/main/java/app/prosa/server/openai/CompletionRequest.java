package app.prosa.server.openai;

import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ModelRef;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/chat/completions}, found valid. What would make another answer than
 * the one asked for is refused (tools, several choices, other forms than text); hints that a model
 * may follow or not ({@code top_p}, {@code seed} …) are passed over.
 *
 * @param model null for the default
 * @param withUsage a stream ends with the tokens used
 * @param user the caller's own user, or null
 */
record CompletionRequest(
        @Nullable String model,
        List<Part> messages,
        boolean stream,
        boolean withUsage,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String user) {
    private static final double HOTTEST = 2;

    /**
     * @throws Refusal INVALID_JSON, INVALID_PARAMETER or UNSUPPORTED_PARAMETER
     */
    static CompletionRequest read(byte[] body) {
        JsonNode json = Json.object(body);
        refuseUnsupported(json);
        return new CompletionRequest(
                text(json, "model"),
                Messages.read(json.path("messages")),
                flag(json, "stream"),
                flag(json.path("stream_options"), "include_usage"),
                temperature(json.path("temperature")),
                maxTokens(json),
                text(json, "user"));
    }

    ChatRequest of(ModelRef chosen) {
        return new ChatRequest(chosen, "", messages, temperature, maxTokens);
    }

    private static void refuseUnsupported(JsonNode json) {
        refuseIf(json.path("n").asInt(1) != 1, "n");
        refuseIf(!json.path("tools").isEmpty(), "tools");
        refuseIf(!json.path("functions").isEmpty(), "functions");
        refuseIf(isGiven(json.path("stop")), "stop");
        refuseIf(json.path("logprobs").asBoolean(), "logprobs");
        refuseIf(isGiven(json.path("audio")), "audio");
        String format = json.path("response_format").path("type").asText("text");
        refuseIf(!format.equals("text"), "response_format");
    }

    private static boolean isGiven(JsonNode value) {
        return (value.isValueNode() && !value.isNull()) || !value.isEmpty();
    }

    private static void refuseIf(boolean unsupported, String name) {
        if (unsupported) {
            throw new Refusal(ApiError.UNSUPPORTED_PARAMETER, name);
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Refusal(ApiError.INVALID_PARAMETER, name);
        }
        return value.textValue();
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!isAbsent(value) && !value.isBoolean()) {
            throw new Refusal(ApiError.INVALID_PARAMETER, name);
        }
        return value.asBoolean();
    }

    private static @Nullable Double temperature(JsonNode value) {
        if (isAbsent(value)) {
            return null;
        }
        double degrees = value.doubleValue();
        if (!value.isNumber() || !(degrees >= 0 && degrees <= HOTTEST)) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "temperature");
        }
        return degrees;
    }

    private static @Nullable Integer maxTokens(JsonNode json) {
        String name =
                json.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
        JsonNode value = json.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw new Refusal(ApiError.INVALID_PARAMETER, name);
        }
        return value.intValue();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
