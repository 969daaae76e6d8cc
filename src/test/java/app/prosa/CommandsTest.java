package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
import app.prosa.settings.channels.Platform;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Options> opened = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data /there desktop",
                "desktop --data /there",
                "--data=/there desktop",
                "desktop --data=/there"
            })
    void the_folder_may_stand_before_or_after_the_command(String line) {
        assertEquals(7, run(Language.ENGLISH, line.split(" ")));
        assertEquals(List.of(new Options(Path.of("/there"), null, false)), opened);
    }

    @Test
    void desktop_alone_opens_the_usual_folder() {
        assertEquals(7, run(Language.ENGLISH, "desktop"));
        assertEquals(List.of(Options.NONE), opened);
    }

    @Test
    void no_command_leaves_the_choice_of_the_face() {
        assertEquals(9, run(Language.ENGLISH, "--data=/there"));
        assertEquals(List.of(new Options(Path.of("/there"), null, false)), opened);
    }

    @Test
    void serve_takes_a_port_a_folder_and_a_form_of_the_log() {
        assertEquals(8, run(Language.ENGLISH, "serve"));
        String line = "serve --port 3111 --log-format json --data /there";
        assertEquals(8, run(Language.ENGLISH, line.split(" ")));
        assertEquals(List.of(Options.NONE, new Options(Path.of("/there"), 3111, true)), opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--port=-1", "--port=65536", "--log-format=xml"})
    void what_serve_cannot_use_is_named(String argument) {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "serve", argument));
        String name = argument.substring(0, argument.indexOf('='));
        assertTrue(err().startsWith(name + " cannot be "), err());
    }

    @Test
    void simulate_takes_a_channel_and_what_was_posted_on_one() {
        assertEquals(6, run(Language.ENGLISH, "simulate"));
        String line = "simulate --channel Telegram --replay /posted.json --data /there";
        assertEquals(6, run(Language.ENGLISH, line.split(" ")));
        Scene scene = new Scene(Platform.TELEGRAM, Path.of("/posted.json"));
        assertEquals(
                List.of(Options.NONE, new Options(Path.of("/there"), null, false, scene)), opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--channel=twilio", "--channel=letter", "--replay="})
    void what_simulate_cannot_use_is_named(String argument) {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "simulate", argument));
        String name = argument.substring(0, argument.indexOf('='));
        assertTrue(err().startsWith(name + " cannot be "), err());
    }

    @Test
    void the_help_of_serve_lists_every_variable() {
        assertEquals(ExitCode.OK, run(Language.PORTUGUESE, "serve", "--help"));
        for (Variable variable : Variable.values()) {
            assertTrue(out().contains("  " + variable.name() + " "), variable.name());
        }
    }

    @Test
    void help_is_in_the_persons_language() {
        assertEquals(ExitCode.OK, run(Language.PORTUGUESE, "--help"));
        assertTrue(out().contains("Uso: prosa"), out());
        assertTrue(out().contains("--data=PASTA"), out());
        assertEquals("", err());
    }

    @Test
    void each_command_has_its_own_help() {
        assertEquals(ExitCode.OK, run(Language.ENGLISH, "serve", "--help"));
        assertTrue(out().startsWith("Usage: prosa serve"), out());
        assertEquals("", err());
    }

    @Test
    void the_version_is_the_number_of_the_build() {
        assertEquals(ExitCode.OK, run(Language.ENGLISH, "--version"));
        assertEquals("Prosa " + Version.current(), out().strip());
        assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+.*"), Version.current());
    }

    @Test
    void an_unknown_option_is_named() {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "--frobnicate"));
        assertTrue(err().startsWith("Prosa does not know \"--frobnicate\"."), err());
        assertTrue(err().contains("prosa --help"), err());
    }

    @Test
    void a_misspelt_command_is_met_with_the_one_that_was_meant() {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "desktp"));
        assertTrue(err().contains("Did you mean desktop?"), err());
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "--data"));
        assertTrue(err().startsWith("--data needs a value."), err());
    }

    @Test
    void a_repeated_option_is_named() {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, "--data=a", "--data=b"));
        assertTrue(err().startsWith("--data was given twice."), err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data=", "--data= ", "--data=a\0b"})
    void a_folder_that_cannot_be_is_refused(String argument) {
        assertEquals(ExitCode.USAGE, run(Language.ENGLISH, argument));
        assertTrue(err().startsWith("--data cannot be "), err());
        assertEquals(List.of(), opened);
    }

    private int run(Language language, String... args) {
        Terminal terminal = new Terminal(Texts.in(language), printer(out), printer(err));
        return new Commands(terminal, face(9), face(7), face(8), face(6)).run(args);
    }

    private Face face(int code) {
        return options -> {
            opened.add(options);
            return code;
        };
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
