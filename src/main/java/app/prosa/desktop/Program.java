package app.prosa.desktop;

import app.prosa.conversation.StoreException;

/** The program behind the window. Opened and closed off the JavaFX thread. */
public interface Program {
    /**
     * Opens settings, store and engine. Called when the window has been painted, and again when it
     * failed and the operator wants another try.
     *
     * @throws StoreException with the reason that the window explains
     */
    Services open();

    /**
     * The window shows its list: what could wait until then is begun. Called on the JavaFX thread,
     * and returns at once.
     */
    void ready();

    /** Closes what {@link #open} opened, if it did. Called once, when the window is gone. */
    void close();
}
