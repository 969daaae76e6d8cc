package app.prosa.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fake insists on, in the words of the original. */
final class FakeRules {
    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "messages",
                    "stream",
                    "stream_options",
                    "temperature",
                    "max_tokens",
                    "max_completion_tokens");
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    private FakeRules() {}

    /** What is wrong with a request. */
    record Broken(int status, String message, String code) {}

    static @Nullable Broken check(Received request, @Nullable String key) {
        boolean azure = request.path().startsWith("/openai/v1/");
        if (key != null && !key.equals(sentKey(request, azure))) {
            return new Broken(401, keyMessage(sentKey(request, azure)), "invalid_api_key");
        }
        String path = request.path().substring(azure ? "/openai".length() : 0);
        return switch (request.method() + " " + path) {
            case "GET /v1/models" -> null;
            case "POST /v1/chat/completions" -> checkChat(request).orElse(null);
            case "POST " + FakeRecording.PATH -> FakeRecording.check(request.body()).orElse(null);
            default ->
                    new Broken(
                            404,
                            "Invalid URL (" + request.method() + " " + request.path() + ")",
                            "");
        };
    }

    private static String sentKey(Received request, boolean azure) {
        String name = azure ? "api-key" : "authorization";
        String value = request.headers().getOrDefault(name, "");
        return azure || !value.startsWith("Bearer ") ? value : value.substring(7);
    }

    /** The original repeats both ends of a wrong key; some copies of it repeat all of it. */
    private static String keyMessage(String sent) {
        if (sent.isEmpty()) {
            return "You didn't provide an API key.";
        }
        String ends = sent.length() < 12 ? sent : sent.substring(0, 8) + "****" + sent.substring(8);
        return "Incorrect API key provided: " + ends + ". In full: " + sent;
    }

    private static Optional<Broken> checkChat(Received request) {
        JsonNode body = request.body();
        if (!request.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            return bad("Unsupported content type");
        }
        if (!body.isObject()) {
            return bad("We could not parse the JSON body of your request.");
        }
        return body.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .flatMap(field -> bad("Unrecognized request argument supplied: " + field))
                .or(() -> checkFields(body));
    }

    private static Optional<Broken> checkFields(JsonNode body) {
        if (body.path("model").asText().isEmpty()) {
            return bad("you must provide a model parameter");
        }
        if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
            return bad("[] is too short - 'messages'");
        }
        for (JsonNode message : body.path("messages")) {
            if (!isMessage(message)) {
                return bad("Invalid value for 'messages'");
            }
        }
        double temperature = body.path("temperature").asDouble(1);
        if (temperature < 0 || temperature > 2) {
            return bad("Invalid 'temperature': must be between 0 and 2");
        }
        if (body.has("stream_options") && !body.path("stream").asBoolean()) {
            return bad("The 'stream_options' parameter is only allowed when 'stream' is enabled.");
        }
        boolean streams = body.path("stream").asBoolean();
        return streams ? Optional.empty() : bad("This fake only streams.");
    }

    private static boolean isMessage(JsonNode message) {
        JsonNode content = message.path("content");
        return ROLES.contains(message.path("role").asText())
                && (content.isTextual() || (content.isArray() && areParts(content)));
    }

    private static boolean areParts(JsonNode parts) {
        for (JsonNode part : parts) {
            boolean text =
                    part.path("type").asText().equals("text") && part.path("text").isTextual();
            boolean image =
                    part.path("type").asText().equals("image_url")
                            && part.at("/image_url/url").asText().startsWith("data:image/");
            if (!text && !image) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    private static Optional<Broken> bad(String message) {
        return Optional.of(new Broken(400, message, ""));
    }
}
