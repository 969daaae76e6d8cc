package app.prosa.settings;

import app.prosa.settings.DataDirectoryException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything: settings, secrets, conversations. */
public final class DataDirectory {
    /** The folder in it where is kept what went wrong inside the program. */
    public static final String CRASHES = "crashes";

    private DataDirectory() {}

    /**
     * Finds the folder, and makes it if it is not there, for its owner alone.
     *
     * @param option what {@code --data} said, or null; it comes before PROSA_DATA_DIR, and that
     *     before the system's usual place
     * @return absolute; something can be written into it
     * @throws DataDirectoryException if there can be no such folder
     */
    public static Path open(@Nullable Path option, Environment environment) {
        Path home = Path.of(System.getProperty("user.home", ""));
        Path directory =
                Optional.ofNullable(option)
                        .or(() -> environment.get(Variable.PROSA_DATA_DIR).map(Path::of))
                        .orElseGet(() -> usual(environment, System.getProperty("os.name"), home))
                        .toAbsolutePath()
                        .normalize();
        create(directory);
        tryToWrite(directory);
        return directory;
    }

    /**
     * The XDG base directory specification for Linux, and Apple's and Microsoft's places for
     * application data.
     */
    static Path usual(Environment environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Prosa");
        }
        if (name.startsWith("windows")) {
            return environment
                    .ofSystem("APPDATA")
                    .map(Path::of)
                    .orElseGet(() -> home.resolve("AppData/Roaming"))
                    .resolve("Prosa");
        }
        return environment
                .ofSystem("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute) // the specification: ignore any other
                .orElseGet(() -> home.resolve(".local/share"))
                .resolve("prosa");
    }

    private static void create(Path directory) {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (Files.exists(directory)) {
            throw new DataDirectoryException(Problem.NOT_A_FOLDER, directory, null);
        }
        try {
            Files.createDirectories(directory, AtomicFile.ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new DataDirectoryException(Problem.CANNOT_CREATE, directory, e);
        }
    }

    /** Trying is the only answer that holds on every system. */
    private static void tryToWrite(Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, "prosa", ".tmp"));
        } catch (IOException e) {
            throw new DataDirectoryException(Problem.NOT_WRITABLE, directory, e);
        }
    }
}
