package app.prosa.channel;

/** Where what a platform tells is taken in. */
public interface Intake {

    /**
     * Commits it. A repeat is harmless.
     *
     * @throws app.prosa.conversation.StoreException when it could not be kept: the platform must
     *     not be told that we have it
     */
    void take(Inbound inbound);

    /** Somebody sent what was not signed as the platform signs. */
    void forged();
}
