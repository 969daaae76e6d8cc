package app.prosa;

import app.prosa.settings.DataDirectory;
import app.prosa.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulation keeps things: conversations in the folder that was asked for, all else in one
 * that goes with it. So the settings of that folder are read, and stay as they are.
 */
record StageFolders(Path data, Path settings) implements AutoCloseable {
    private static final String SETTINGS = "settings.json";

    /**
     * @param option what {@code --data} said, or null for nothing that stays
     * @throws app.prosa.settings.DataDirectoryException when there can be no such folder
     */
    static StageFolders open(@Nullable Path option, Environment environment) throws IOException {
        Path passing = Files.createTempDirectory("prosa-simulation-");
        StageFolders folders = new StageFolders(passing, passing);
        return option == null ? folders : folders.with(DataDirectory.open(option, environment));
    }

    private StageFolders with(Path chosen) throws IOException {
        Path theirs = chosen.resolve(SETTINGS);
        if (Files.isRegularFile(theirs)) {
            Files.copy(theirs, settings.resolve(SETTINGS));
        }
        return new StageFolders(chosen, settings);
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(settings)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                return; // Windows keeps the log until the program ends; the system tidies up
            }
        }
    }
}
