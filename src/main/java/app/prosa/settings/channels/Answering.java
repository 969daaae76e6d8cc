package app.prosa.settings.channels;

/** Who answers in a new conversation. */
public enum Answering {
    /** The model. */
    AUTO,
    /** A person; the model is silent, and the operator is told. */
    HUMAN,
    /** Nobody. */
    PAUSED
}
