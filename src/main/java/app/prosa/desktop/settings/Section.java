package app.prosa.desktop.settings;

/** What every section's view model can do. */
interface Section extends AutoCloseable {
    /** Puts the choices back to what they were at first, with a way back; keeps what was made. */
    void reset();

    /** Follows the settings no longer. */
    @Override
    void close();
}
