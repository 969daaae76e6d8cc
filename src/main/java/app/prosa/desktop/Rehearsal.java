package app.prosa.desktop;

import javafx.scene.Scene;

/**
 * Does, a piece at a time and where nobody sees it, what would hold up the first opening of a
 * conversation. On the JavaFX thread.
 */
public interface Rehearsal {
    /** Returns at once. */
    void begin(Scene scene);

    /** What is not done yet is left out. */
    void end();
}
