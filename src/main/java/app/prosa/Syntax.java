package app.prosa;

import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The commands and options, described in one language. */
record Syntax(Texts texts) {
    static final String DATA = "--data";
    static final String SERVE = "serve";
    static final String DESKTOP = "desktop";
    static final String PORT = "--port";
    static final String LOG_FORMAT = "--log-format";
    private static final int NAME_COLUMN = 32;

    CommandSpec root() {
        CommandSpec root = command("app.cli.about").name("prosa");
        root.addOption(data()).addOption(version());
        root.addSubcommand(DESKTOP, command("app.cli.desktop"));
        root.addSubcommand(SERVE, serve());
        root.usageMessage()
                .synopsisSubcommandLabel(texts.get("app.cli.command"))
                .commandListHeading(texts.get("app.cli.commands"))
                .exitCodeListHeading(texts.get("app.cli.exits"))
                .exitCodeList(exits());
        return root;
    }

    private CommandSpec serve() {
        CommandSpec serve = command("app.cli.serve").addOption(port()).addOption(logFormat());
        serve.usageMessage()
                .footerHeading(texts.get("app.cli.variables"))
                .footer(Arrays.stream(Variable.values()).map(this::line).toArray(String[]::new));
        return serve;
    }

    /** A variable and what it is for; the percent sign is the parser's own. */
    private String line(Variable variable) {
        String name = variable.name();
        String about = texts.get("app.variable." + name.toLowerCase(Locale.ROOT));
        String gap = " ".repeat(Math.max(1, NAME_COLUMN - name.length()));
        return ("  " + name + gap + about).replace("%", "%%");
    }

    private OptionSpec port() {
        return OptionSpec.builder(PORT)
                .type(Integer.class)
                .converters(Syntax::port)
                .paramLabel(texts.get("app.cli.port.label"))
                .description(texts.get("app.cli.port"))
                .build();
    }

    private static Integer port(String value) {
        int port = Integer.parseInt(value);
        if (port < 0 || port > 0xffff) {
            throw new TypeConversionException("no port");
        }
        return port;
    }

    private OptionSpec logFormat() {
        return OptionSpec.builder(LOG_FORMAT)
                .type(LogFormat.class)
                .paramLabel("text|json")
                .description(texts.get("app.cli.format"))
                .build();
    }

    private CommandSpec command(String aboutKey) {
        CommandSpec command = CommandSpec.create().addOption(help());
        command.usageMessage()
                .description(texts.get(aboutKey))
                .synopsisHeading(texts.get("app.cli.usage"))
                .optionListHeading(texts.get("app.cli.options"));
        return command;
    }

    private Map<String, String> exits() {
        Map<String, String> exits = new LinkedHashMap<>();
        exits.put(" " + ExitCode.OK, texts.get("app.cli.exit.ok"));
        exits.put(" " + ExitCode.FAILED, texts.get("app.cli.exit.failed"));
        exits.put(" " + ExitCode.USAGE, texts.get("app.cli.exit.usage"));
        return exits;
    }

    private OptionSpec data() {
        return OptionSpec.builder(DATA)
                .type(Path.class)
                .converters(Syntax::folder)
                .paramLabel(texts.get("app.cli.data.label"))
                .description(texts.get("app.cli.data"))
                .scopeType(ScopeType.INHERIT)
                .build();
    }

    private static Path folder(String value) {
        // An unset variable in a script must not scatter the data over the working directory.
        if (value.isBlank()) {
            throw new TypeConversionException("blank");
        }
        return Path.of(value);
    }

    private OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(texts.get("app.cli.help"))
                .build();
    }

    private OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(texts.get("app.cli.version"))
                .build();
    }
}
