package app.prosa;

import app.prosa.settings.Environment;
import app.prosa.settings.InvalidVariableException;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Arguments to face to exit code; the only place that ends the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Carriers.provide();
        Ending ending = new Ending();
        endWell(ending);
        int code = ExitCode.FAILED;
        try {
            code = run(args, ending);
        } finally {
            ending.done(code);
        }
        System.exit(code);
    }

    private static int run(String[] args, Ending ending) {
        try {
            return run(args, Environment.of(System.getenv()), ending);
        } catch (InvalidVariableException e) {
            System.err.println(e.sentence(Texts.in(Language.SYSTEM)));
            return ExitCode.FAILED;
        }
    }

    private static int run(String[] args, Environment environment, Ending ending) {
        Texts texts = Texts.in(environment.language().orElse(Language.SYSTEM));
        Terminal terminal = new Terminal(texts, System.out, System.err);
        Face window = new WindowFace(terminal, new Desktop(terminal, environment, ending));
        Face hub = new Serve(System.getenv(), Path.of(".env"), System.out, System.err, ending);
        Face simulation =
                new Simulate(System.getenv(), Path.of(".env"), terminal, Main::typed, ending);
        Face either = new EitherFace(terminal, window, hub);
        // A plain start does without the command line's parser: the first frame comes sooner.
        return args.length == 0
                ? either.run(Options.NONE)
                : new Commands(terminal, either, window, hub, simulation).run(args);
    }

    /** Since Java 25 there is again none where nobody sits. */
    @SuppressWarnings("SystemConsoleNull")
    private static Typed typed() {
        Console console = System.console();
        return new Typed(
                new BufferedReader(
                        new InputStreamReader(
                                System.in,
                                Charset.forName(System.getProperty("stdin.encoding", "UTF-8")))),
                console != null && console.isTerminal());
    }

    /** A signal that ends the program lets all of it end first, and then counts as a success. */
    private static void endWell(Ending ending) {
        Thread hook =
                Thread.ofPlatform()
                        .unstarted(() -> ending.ask().ifPresent(Runtime.getRuntime()::halt));
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
