package app.prosa.conversation;

/** How far a message is. Messages of people are always {@link #COMPLETE}. */
public enum MessageState {
    /** The reply is being written, or waits for its turn. */
    STREAMING,
    COMPLETE,
    /** The operator stopped it; what had arrived is kept. */
    STOPPED,
    /** The program ended or the connection broke while it was written; what had arrived is kept. */
    INTERRUPTED,
    /** The model gave no answer; {@link Message#failure} says why. */
    FAILED;

    public boolean isFinal() {
        return this != STREAMING;
    }
}
