package app.prosa.conversation;

/** Who wrote a message. */
public enum Author {
    /**
     * The person who talks with the model: the operator in an own chat, a customer on a channel.
     */
    USER,
    /** The model. */
    ASSISTANT,
    /** The operator, by hand, in a customer's conversation. */
    OPERATOR,
    /** A note in the history that the model sees, such as a hand-back. */
    NOTE
}
