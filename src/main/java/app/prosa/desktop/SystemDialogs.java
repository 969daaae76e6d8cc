package app.prosa.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What only the operating system's desktop can do. Behind an interface, as the headless platform of
 * JavaFX has none of it. On the JavaFX thread.
 */
public interface SystemDialogs {
    /** Shows a folder in the file manager. */
    void openFolder(Path folder);

    /** Opens a page in the browser. */
    void openLink(String address);

    /**
     * Asks where a file shall be written. Blocks, with the window still drawn.
     *
     * @param title what the dialog is called
     * @param name the name that is proposed
     * @return empty when the operator thought better of it
     */
    Optional<Path> chooseTarget(String title, String name);

    /**
     * Asks for files to read. Blocks, with the window still drawn.
     *
     * @return empty when the operator thought better of it
     */
    List<Path> chooseFiles(String title);
}
