package app.prosa.desktop.settings;

import javafx.beans.property.ReadOnlyObjectProperty;

/** A secret that the operator enters and never sees again. */
interface KeyEntry {
    ReadOnlyObjectProperty<KeyState> keyProperty();

    /** Nothing happens where nothing was typed. */
    void storeKey(String typed);

    /** With a way back. */
    void removeKey(Undoable undoable);

    /**
     * What the page says about a secret.
     *
     * @param label what it is called
     * @param page where it is made, or empty
     */
    record Words(String label, String hint, String page) {}
}
