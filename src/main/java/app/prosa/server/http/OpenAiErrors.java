package app.prosa.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Errors as clients of the OpenAI API expect them ({@code platform.openai.com/docs/api-reference},
 * "Errors"): below {@code /v1/} every error has this form, whoever found it.
 */
final class OpenAiErrors {
    private OpenAiErrors() {}

    static boolean areWanted(Exchange exchange) {
        return exchange.path().startsWith("/v1/");
    }

    static void write(JsonGenerator out, Refusal refusal, String sentence) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("error");
        out.writeStringField("message", sentence);
        out.writeStringField("type", type(refusal.error()));
        out.writeStringField("param", refusal.about());
        out.writeStringField("code", code(refusal.error()));
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String type(ApiError error) {
        return switch (error.status()) {
            case 429 -> "rate_limit_error";
            case 403 -> "permission_error";
            case 401 -> "authentication_error";
            default -> error.status() < 500 ? "invalid_request_error" : "server_error";
        };
    }

    /** Their names for what has one; ours for the rest. */
    private static String code(ApiError error) {
        return switch (error) {
            case KEY_REQUIRED, INVALID_KEY -> "invalid_api_key";
            case RATE_LIMITED, MODEL_RATE_LIMITED -> "rate_limit_exceeded";
            default -> error.code();
        };
    }
}
