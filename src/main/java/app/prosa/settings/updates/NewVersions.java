package app.prosa.settings.updates;

import app.prosa.settings.LiveSettings;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks whether there is a newer version, and does nothing about it. From any thread. */
public interface NewVersions {
    /** False in a build that was not told where versions are published: it never looks. */
    boolean canLook();

    /**
     * Asks now, whatever the settings say. Waits for the answer (seconds), so not on the JavaFX
     * thread.
     *
     * @throws IllegalStateException where nobody can look
     */
    Finding look() throws InterruptedException;

    /** At once: what came of the last look since the program was started. */
    Optional<Finding> last();

    /**
     * @param listener gets every finding on the thread that looked; returns quickly
     * @return ends it
     */
    LiveSettings.Subscription listen(Consumer<Finding> listener);
}
