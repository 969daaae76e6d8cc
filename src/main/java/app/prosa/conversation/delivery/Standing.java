package app.prosa.conversation.delivery;

/** Whether somebody is let in. The names are stored. */
public enum Standing {
    ADMITTED,
    /** Nobody has decided yet: what they write is kept, and nothing is ever sent to them. */
    WAITING,
    /** The operator does not want to hear of them. */
    BARRED
}
