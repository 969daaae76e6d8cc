package app.prosa.conversation;

import org.jspecify.annotations.Nullable;

/** A model gave no (whole) answer. */
public final class ChatModelException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public ChatModelException(Failure failure, @Nullable Throwable cause) {
        super(failure.kind() + " " + failure.detail(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
