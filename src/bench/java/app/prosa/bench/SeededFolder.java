package app.prosa.bench;

import app.prosa.BenchProgram;
import app.prosa.conversation.ConversationId;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings;
import app.prosa.settings.WindowState;
import app.prosa.storage.Database;
import app.prosa.storage.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data folder in use for long: many conversations, one of them large. It is deleted when this JVM
 * ends, however it ends, unless {@code -Dprosa.bench.folder} names one to keep and to use again.
 *
 * @param large the one with {@link #LARGE} messages
 * @param small another that fills the window
 * @param oldest the one at the end of the list
 */
record SeededFolder(Path path, ConversationId large, ConversationId small, ConversationId oldest) {
    static final int MANY = 100_000;
    private static final int LARGE = 10_000;
    private static final int SMALL = 40;
    private static final String IDS = "bench.ids";

    static SeededFolder make() throws IOException, InterruptedException {
        String kept = System.getProperty(Options.FOLDER, "");
        return kept.isEmpty() ? seed(temporary()) : again(Path.of(kept));
    }

    /** An empty folder that is deleted when this JVM ends. */
    static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("prosa-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static SeededFolder again(Path folder) throws IOException, InterruptedException {
        return Files.exists(folder.resolve(IDS)) ? read(folder) : seed(folder);
    }

    /** In a JVM of its own, so that this one's memory and code stay untouched. */
    private static SeededFolder seed(Path folder) throws IOException, InterruptedException {
        return seed(folder, MANY);
    }

    /**
     * A folder of its own kind that is deleted when this JVM ends.
     *
     * @param many how many conversations
     */
    static SeededFolder of(int many) throws IOException, InterruptedException {
        return seed(temporary(), many);
    }

    private static SeededFolder seed(Path folder, int many)
            throws IOException, InterruptedException {
        String count = Integer.toString(many);
        Process seeding =
                Java.of(SeededFolder.class, List.of(), folder.toString(), count)
                        .inheritIO()
                        .start();
        if (seeding.waitFor() != 0) {
            throw new IOException("The data folder could not be made");
        }
        return read(folder);
    }

    private static SeededFolder read(Path folder) throws IOException {
        List<ConversationId> ids =
                Files.readAllLines(folder.resolve(IDS)).stream().map(ConversationId::of).toList();
        return new SeededFolder(folder, ids.get(0), ids.get(1), ids.get(2));
    }

    /**
     * What the program opens when it starts.
     *
     * @param id null for a new chat
     */
    void openAtStart(@Nullable ConversationId id) throws IOException {
        WindowState last = WindowState.load(path);
        new WindowState(
                        last.bounds(),
                        last.maximized(),
                        last.listWidth(),
                        last.listShown(),
                        last.inspectorShown(),
                        id == null ? null : id.toString(),
                        last.look())
                .save(path);
    }

    /** Settings with which the program opens its chat, and not the first run. */
    static void firstRunDone(Path data) throws IOException {
        LiveSettings.open(data, BenchProgram.ENVIRONMENT)
                .update(old -> withDemo(old).withFirstRunDone());
    }

    private static Settings withDemo(Settings settings) {
        return settings.with(settings.models().withDemo("Demo"));
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Left behind: " + folder);
        }
    }

    /**
     * @param arguments the folder, and how many conversations
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Files.createDirectories(Path.of(arguments[0]));
        firstRunDone(data);
        try (Database database = Database.open(data)) {
            Seed seed = Seed.in(database);
            String oldest =
                    seed.conversations(Integer.parseInt(arguments[1])).getFirst().toString();
            String large = seed.conversation(LARGE).toString();
            String small = seed.conversation(SMALL).toString();
            Files.write(data.resolve(IDS), List.of(large, small, oldest));
        }
    }
}
