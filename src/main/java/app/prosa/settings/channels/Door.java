package app.prosa.settings.channels;

/** Who may talk on a channel. */
public enum Door {
    /** Whoever writes, within the limits. */
    EVERYONE,
    /** Those whom the operator let in; others wait, and nothing is ever sent to them. */
    KNOWN,
    /** Those whom the operator let in; others are not heard. */
    NOBODY
}
