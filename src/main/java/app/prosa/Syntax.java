package app.prosa;

import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The commands and options, described in one language. */
record Syntax(Texts texts) {
    static final String DATA = "--data";
    static final String SERVE = "serve";

    CommandSpec root() {
        CommandSpec root = command("app.cli.about").name("prosa");
        root.addOption(data()).addOption(version());
        root.addSubcommand("desktop", command("app.cli.desktop"));
        root.addSubcommand(SERVE, command("app.cli.serve"));
        root.usageMessage()
                .synopsisSubcommandLabel(texts.get("app.cli.command"))
                .commandListHeading(texts.get("app.cli.commands"))
                .exitCodeListHeading(texts.get("app.cli.exits"))
                .exitCodeList(exits());
        return root;
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
