package app.prosa.server.openai;

import app.prosa.conversation.Failure;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Refusal;

/** What a model's failure is to a client that decides by the status whether to try again. */
final class ModelRefusals {
    private ModelRefusals() {}

    /**
     * @param model the name that was asked for
     */
    static Refusal of(Failure failure, String model) {
        int wait = failure.retryAfter() == null ? 0 : (int) failure.retryAfter().toSeconds();
        return switch (failure.kind()) {
            case NO_SUCH_MODEL, NO_MODEL -> new Refusal(ApiError.MODEL_NOT_FOUND, model);
            case RATE_LIMITED ->
                    new Refusal(ApiError.MODEL_RATE_LIMITED).retryAfter(Math.max(1, wait));
            case CONTEXT_TOO_LONG -> new Refusal(ApiError.CONTEXT_LENGTH_EXCEEDED);
            case CONTENT_REFUSED, BAD_REQUEST -> new Refusal(ApiError.REFUSED_BY_MODEL);
            case NO_KEY, KEY_REFUSED -> new Refusal(ApiError.MODEL_AUTH);
            case TIMEOUT -> new Refusal(ApiError.MODEL_TIMEOUT);
            case QUOTA_SPENT -> new Refusal(ApiError.BUDGET_SPENT);
            case NETWORK, CONNECTION_LOST, SERVER, PROGRAM_ENDED, INTERNAL ->
                    new Refusal(ApiError.MODEL_UNAVAILABLE);
        };
    }
}
