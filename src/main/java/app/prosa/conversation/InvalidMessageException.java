package app.prosa.conversation;

/** Something that was handed in as a message is none; the code says why. */
public final class InvalidMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The reasons, in the order in which they are looked for. */
    public enum Code {
        EMPTY_TEXT,
        TEXT_TOO_LONG,
        /** Longer than what is taken from a channel, or sent to one. */
        CHANNEL_TEXT_TOO_LONG,
        USER_ID_INVALID,
        LONE_SURROGATE,
        ATTACHMENT_TOO_LARGE
    }

    private final Code code;

    public InvalidMessageException(Code code) {
        super(code.name());
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
