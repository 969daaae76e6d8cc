package app.prosa;

import app.prosa.settings.Environment;
import app.prosa.settings.InvalidVariableException;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;

/** Arguments to face to exit code; the only place that ends the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            return run(args, Environment.of(System.getenv()));
        } catch (InvalidVariableException e) {
            System.err.println(e.sentence(Texts.in(Language.SYSTEM)));
            return ExitCode.FAILED;
        }
    }

    private static int run(String[] args, Environment environment) {
        Texts texts = Texts.in(environment.language().orElse(Language.SYSTEM));
        Terminal terminal = new Terminal(texts, System.out, System.err);
        Face window = new WindowFace(terminal, new Desktop(terminal, environment));
        // A plain start does without the command line's parser: the first frame comes sooner.
        return args.length == 0
                ? window.run(Options.NONE)
                : new Commands(terminal, window).run(args);
    }
}
