package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Texts;
import org.jspecify.annotations.Nullable;

/** What rows ask of the view that they are in. Messages are named by their slot. */
public interface RowContext {
    Texts texts();

    /** The size of the body text, in pixels. */
    double em();

    void act(MessageAction action, int slot);

    void retry(int slot);

    /** Sends what did not arrive once more. */
    void resend(int slot);

    /** Has the answer continued. */
    void goOn(int slot);

    /** Whether nothing comes after this message, and what comes next is the reader's to ask. */
    boolean canGoOn(int slot);

    /** Whether what was asked is the reader's own, to be asked otherwise. */
    boolean isOwn();

    /**
     * @param delta -1 for the version before, 1 for the next
     */
    void showVersion(int slot, int delta);

    void openLink(String target);

    void copy(String text);

    /** A row of the slot shows more or less than before. */
    void changed(int slot);

    /** Why a reply is not whole, in words. */
    String sentence(Failure failure, @Nullable ModelRef model);
}
