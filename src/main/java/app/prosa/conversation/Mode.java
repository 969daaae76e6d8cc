package app.prosa.conversation;

/** Who answers in a conversation. */
public enum Mode {
    /** The model answers. */
    AUTO,
    /**
     * The model drafts; the operator approves, edits or rejects. Nothing can be put into this mode
     * yet; the model would be silent.
     */
    DRAFT,
    /** The operator answers; the model is silent. */
    HUMAN,
    /** Nobody answers. */
    PAUSED
}
