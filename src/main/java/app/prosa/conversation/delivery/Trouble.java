package app.prosa.conversation.delivery;

/** Why something was not sent, or not yet. The names are stored. */
public enum Trouble {
    SLOW_DOWN,
    SERVER,
    NETWORK,
    BLOCKED,
    OPTED_OUT,
    WINDOW_CLOSED,
    BAD_ADDRESS,
    TOO_LARGE,
    REJECTED,
    TOKEN,
    PERMISSION,
    ACCOUNT,
    ADDRESS,
    PUBLIC_URL,
    /** The sender is not let in. */
    NOT_ADMITTED,
    /** A person had taken over before it went out. */
    TAKEN_OVER,
    /** It was tried for so long that nobody waits for it any more. */
    TOO_LATE,
    /** A part before it failed. */
    PART_MISSING
}
