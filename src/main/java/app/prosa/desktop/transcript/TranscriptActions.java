package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;

/** What a reader asks for in the transcript. Copying is done by the transcript itself. */
public interface TranscriptActions {
    void regenerate(Message reply);

    void edit(Message message);

    /** Writes a reply again that was stopped, interrupted, or failed. */
    void retry(Message reply);

    /** Has an answer continued that reached its length limit; it is the last message. */
    void goOn(Message reply);

    /** Sends a message once more that did not arrive. */
    void resend(Message message);

    void fork(Message upTo);

    /**
     * @param text plain text: what is selected, or the whole message
     */
    void quote(String text);

    void pin(Message message, boolean pinned);

    void delete(Message message);

    /**
     * @param delta -1 for the version before this one, 1 for the one after
     */
    void showVersion(Message message, int delta);

    /**
     * @param target http, https or mailto
     */
    void openLink(String target);
}
