package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Platform;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer who is typed, in this process. */
class SimulateTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Ending ending = new Ending();

    @Test
    void what_is_piped_in_is_answered_before_it_ends() {
        assertEquals(ExitCode.OK, run(null, Platform.WHATSAPP, "hello\n"));
        List<String> lines = out().lines().toList();
        assertTrue(lines.getFirst().startsWith("WhatsApp: you are Ana Souza"), out());
        assertTrue(lines.indexOf("> hello") < lines.indexOf("  [they have read it]"), out());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("< ")), out());
        assertEquals(
                List.of("  [sent]", "  [delivered]", "  [read]"),
                lines.subList(lines.size() - 3, lines.size()));
        assertEquals("", err());
    }

    @Test
    void quit_ends_it_without_an_answer_and_what_comes_later_is_not_written() {
        assertEquals(ExitCode.OK, run(null, Platform.MESSENGER, "/quit\nhello\n"));
        assertFalse(out().contains("hello"), out());
    }

    @Test
    void whoever_asks_for_its_end_need_not_close_the_input() throws Exception {
        try (PipedWriter keyboard = new PipedWriter();
                PipedReader input = new PipedReader(keyboard)) {
            CompletableFuture<Integer> code =
                    CompletableFuture.supplyAsync(
                            () -> {
                                int ended = run(null, Platform.TELEGRAM, input);
                                ending.done(ended);
                                return ended;
                            },
                            task -> Thread.ofPlatform().start(task));
            await(code, "/quit ends");
            assertEquals(OptionalInt.of(ExitCode.OK), ending.ask());
            assertEquals(ExitCode.OK, code.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_folder_that_is_asked_for_keeps_the_conversations_and_its_own_settings()
            throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{}");
        assertEquals(ExitCode.OK, run(folder, Platform.INSTAGRAM, "hello\n"));
        assertEquals("{}", Files.readString(settings));
        assertTrue(Files.exists(folder.resolve("prosa.lock")));
        try (var files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith(".mv.db")));
        }
    }

    @Test
    void a_folder_that_another_program_has_is_named() throws IOException {
        try (SingleInstance other = SingleInstance.claim(folder)) {
            assertTrue(other != null);
            assertEquals(ExitCode.FAILED, run(folder, Platform.WHATSAPP, "hello\n"));
            assertTrue(err().contains(folder.toString()), err());
        }
    }

    @Test
    void what_a_platform_once_posted_is_played_and_what_is_old_is_kept_only() throws IOException {
        Path file = folder.resolve("posted.json");
        Files.writeString(file, message(Instant.now()));
        assertEquals(ExitCode.OK, replay(file));
        assertTrue(out().startsWith("> hello"), out());
        assertTrue(out().endsWith("  [sent]\n  [read]\n".replace("\n", System.lineSeparator())));

        out.reset();
        Files.writeString(file, message(Instant.now().minusSeconds(3600)));
        assertEquals(ExitCode.OK, replay(file));
        assertTrue(out().contains("[kept, and it waits for the operator"), out());
        assertFalse(out().contains("< "), out());
    }

    @Test
    void a_file_that_no_platform_posts_or_that_is_not_there_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
        assertEquals(ExitCode.FAILED, replay(file));
        assertEquals(ExitCode.FAILED, replay(folder.resolve("missing.json")));
        assertEquals(2, err().lines().count(), err());
        assertTrue(err().contains("other.json is nothing that"), err());
        assertTrue(err().contains("missing.json cannot be read"), err());
    }

    private static String message(Instant at) {
        return """
        {"object":"instagram","entry":[{"id":"42","time":%1$d,"messaging":[{"sender":{"id":"7"},
        "recipient":{"id":"42"},"timestamp":%1$d,"message":{"mid":"x%1$d","text":"hello"}}]}]}
        """
                .formatted(at.toEpochMilli());
    }

    private int replay(Path file) {
        return run(new Options(null, null, false, new Scene(Platform.WHATSAPP, file)), "");
    }

    private int run(@Nullable Path data, Platform channel, String typed) {
        return run(data, channel, new StringReader(typed));
    }

    private int run(@Nullable Path data, Platform channel, Reader typed) {
        return run(new Options(data, null, false, new Scene(channel, null)), typed);
    }

    private int run(Options options, String typed) {
        return run(options, new StringReader(typed));
    }

    private int run(Options options, Reader typed) {
        Terminal terminal = new Terminal(Texts.in(Language.ENGLISH), printer(out), printer(err));
        return new Simulate(
                        Map.of("PROSA_LANGUAGE", "en"),
                        folder.resolve(".env"),
                        terminal,
                        () -> new Typed(new BufferedReader(typed), false),
                        ending)
                .run(options);
    }

    private void await(CompletableFuture<Integer> code, String text) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!out().contains(text)) {
            assertTrue(!code.isDone() && System.nanoTime() < until, () -> out() + err());
            Thread.onSpinWait();
        }
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
