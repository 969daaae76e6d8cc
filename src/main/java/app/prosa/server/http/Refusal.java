package app.prosa.server.http;

import org.jspecify.annotations.Nullable;

/**
 * A request that is not done, on its way to the one place that answers such. Has no stack trace: it
 * says something about the request, nothing about the code.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ApiError error;
    private final transient Object[] arguments;
    private transient @Nullable JsonBody details;
    private transient @Nullable String allow;
    private int retryAfter;

    /**
     * @param arguments of the sentence
     */
    public Refusal(ApiError error, Object... arguments) {
        super(error.code(), null, false, false);
        this.error = error;
        this.arguments = arguments;
    }

    /** With the field {@code details}, which the writer gives its value. */
    public Refusal details(JsonBody value) {
        details = value;
        return this;
    }

    /**
     * @param seconds after which another try makes sense
     */
    public Refusal retryAfter(int seconds) {
        retryAfter = seconds;
        return this;
    }

    /**
     * METHOD_NOT_ALLOWED.
     *
     * @param allowed the methods that there are instead
     */
    public static Refusal methods(String allowed) {
        Refusal refusal = new Refusal(ApiError.METHOD_NOT_ALLOWED);
        refusal.allow = allowed;
        return refusal;
    }

    public ApiError error() {
        return error;
    }

    Object[] arguments() {
        return arguments;
    }

    /** What in the request it is about, where its sentence names one thing; otherwise null. */
    @Nullable String about() {
        return switch (error) {
            case INVALID_PARAMETER, UNSUPPORTED_PARAMETER -> String.valueOf(arguments[0]);
            case MODEL_NOT_FOUND -> "model";
            default -> null;
        };
    }

    @Nullable JsonBody details() {
        return details;
    }

    @Nullable String allow() {
        return allow;
    }

    int retryAfter() {
        return retryAfter;
    }
}
