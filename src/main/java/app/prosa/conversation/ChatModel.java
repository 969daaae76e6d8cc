package app.prosa.conversation;

/** A model that answers. Implementations are safe for many calls at once. */
public interface ChatModel {
    /**
     * Asks and streams. Blocks the calling (virtual) thread until the answer is complete;
     * interrupting it closes the connection at once and ends the call with {@link
     * InterruptedException}.
     *
     * @param sink is told each piece as it arrives, on the calling thread
     * @return what is known once the answer is complete
     * @throws ChatModelException when there is no (whole) answer; what the sink was told before
     *     stays valid
     */
    ChatOutcome stream(ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException;

    /** Takes the pieces of a reply, in order. */
    interface ReplySink {
        /** More of the answer; never empty. */
        void answer(String delta);

        /** More of what the model thinks aloud; never empty. */
        void reasoning(String delta);
    }
}
