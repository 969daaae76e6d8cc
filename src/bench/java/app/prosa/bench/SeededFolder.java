package app.prosa.bench;

import app.prosa.BenchProgram;
import app.prosa.conversation.ConversationId;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings;
import app.prosa.storage.Database;
import app.prosa.storage.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data folder in use for long: many conversations, one of them large.
 *
 * @param large the one with {@link #LARGE} messages
 * @param small another that fills the window
 */
record SeededFolder(Path path, ConversationId large, ConversationId small) {
    static final int LARGE = 10_000;
    static final int SMALL = 40;
    static final int MANY = 100_000;

    /** Makes one in a JVM of its own, so that this one's memory and code stay untouched. */
    static SeededFolder make() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("prosa-bench");
        Process seeding =
                Java.command(
                                "-cp",
                                System.getProperty("java.class.path"),
                                SeededFolder.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = seeding.inputReader()) {
            List<ConversationId> ids = out.lines().map(ConversationId::of).toList();
            if (seeding.waitFor() != 0) {
                throw new IOException("The data folder could not be made");
            }
            return new SeededFolder(data, ids.getFirst(), ids.getLast());
        }
    }

    /** Settings with which the program opens its chat, and not the first run. */
    static void firstRunDone(Path data) throws IOException {
        LiveSettings.open(data, BenchProgram.ENVIRONMENT)
                .update(old -> withDemo(old).withFirstRunDone());
    }

    private static Settings withDemo(Settings settings) {
        return settings.with(settings.models().withDemo("Demo"));
    }

    /**
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        firstRunDone(data);
        try (Database database = Database.open(data)) {
            Seed seed = Seed.in(database);
            seed.conversations(MANY);
            System.out.println(seed.conversation(LARGE));
            System.out.println(seed.conversation(SMALL));
        }
    }
}
