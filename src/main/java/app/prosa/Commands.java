package app.prosa;

import app.prosa.settings.Texts;
import app.prosa.settings.channels.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments, runs the face that they name, explains those it does not know. */
final class Commands {
    private final Terminal terminal;
    private final Texts texts;
    private final Face either;
    private final Face window;
    private final Face hub;
    private final Face simulation;
    private final CommandLine line;

    /**
     * @param either for no command at all
     */
    Commands(Terminal terminal, Face either, Face window, Face hub, Face simulation) {
        this.terminal = terminal;
        this.texts = terminal.texts();
        this.either = either;
        this.window = window;
        this.hub = hub;
        this.simulation = simulation;
        this.line =
                new CommandLine(new Syntax(texts).root()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /**
     * @return the exit code
     */
    int run(String... args) {
        try {
            ParseResult root = line.parseArgs(args);
            return run(root, root.hasSubcommand() ? root.subcommand() : root);
        } catch (ParameterException e) {
            return explain(e);
        }
    }

    private int run(ParseResult root, ParseResult chosen) {
        if (root.isUsageHelpRequested() || chosen.isUsageHelpRequested()) {
            chosen.commandSpec().commandLine().usage(terminal.out());
            return ExitCode.OK;
        }
        if (root.isVersionHelpRequested()) {
            terminal.out().println(texts.get("app.cli.version.is", Version.current()));
            return ExitCode.OK;
        }
        Path data =
                chosen.matchedOptionValue(
                        Syntax.DATA, root.matchedOptionValue(Syntax.DATA, (Path) null));
        return switch (chosen.commandSpec().name()) {
            case Syntax.SERVE -> hub.run(serving(data, chosen));
            case Syntax.SIMULATE -> simulation.run(playing(data, chosen));
            case Syntax.DESKTOP -> window.run(new Options(data, null, false));
            default -> either.run(new Options(data, null, false));
        };
    }

    private static Options serving(@Nullable Path data, ParseResult serve) {
        Integer port = serve.matchedOptionValue(Syntax.PORT, (Integer) null);
        LogFormat format = serve.matchedOptionValue(Syntax.LOG_FORMAT, LogFormat.TEXT);
        return new Options(data, port, format == LogFormat.JSON);
    }

    private static Options playing(@Nullable Path data, ParseResult simulate) {
        Platform channel = simulate.matchedOptionValue(Syntax.CHANNEL, Scene.USUAL.channel());
        Path replay = simulate.matchedOptionValue(Syntax.REPLAY, (Path) null);
        return new Options(data, null, false, new Scene(channel, replay));
    }

    private int explain(ParameterException failure) {
        PrintStream err = terminal.err();
        err.println(sentence(failure));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(known -> err.println(texts.get("app.cli.suggestion", known)));
        }
        err.println(texts.get("app.cli.hint"));
        return ExitCode.USAGE;
    }

    private String sentence(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException e ->
                    texts.get("app.cli.unknown", e.getUnmatched().getFirst());
            case MissingParameterException e ->
                    texts.get("app.cli.missing", name(e.getMissing().getFirst()));
            case OverwrittenOptionException e ->
                    texts.get("app.cli.twice", name(e.getOverwritten()));
            default -> texts.get("app.cli.value", name(failure.getArgSpec()), failure.getValue());
        };
    }

    private static String name(@Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "";
    }
}
