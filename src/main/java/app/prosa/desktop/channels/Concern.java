package app.prosa.desktop.channels;

/** What may wait for the operator in a conversation of a channel. */
public enum Concern {
    /** Somebody who is not let in yet, or messages that came too late. */
    PERSON,
    /** A message that did not arrive. */
    DEAD_LETTER
}
