package app.prosa.conversation;

/** What can be taken in besides text. Implementations are safe for many calls at once. */
public interface Senses {

    /** Whether it is known that the model that would answer there takes no pictures. */
    boolean isBlind(Conversation conversation);

    /** Whether there is a model that writes down what is spoken. */
    boolean hears();

    /**
     * Has it written down. Blocks the calling (virtual) thread; interrupting it closes the
     * connection.
     *
     * @param spoken a recording, whose name ends as its format is called
     * @return what was said; blank where nothing was
     * @throws ChatModelException when it could not be written down
     */
    String writtenDown(Attachment spoken) throws ChatModelException, InterruptedException;

    /** Pictures are shown to whatever model there is, and nobody writes anything down. */
    Senses SIGHT =
            new Senses() {
                @Override
                public boolean isBlind(Conversation conversation) {
                    return false;
                }

                @Override
                public boolean hears() {
                    return false;
                }

                @Override
                public String writtenDown(Attachment spoken) throws ChatModelException {
                    throw new ChatModelException(Failure.of(Failure.Kind.NO_MODEL), null);
                }
            };
}
