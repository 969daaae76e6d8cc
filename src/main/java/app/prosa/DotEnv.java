package app.prosa;

import app.prosa.settings.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a {@code .env} file: lines of {@code NAME=value}, with or without {@code
 * export}, quotes and comments. Only those that the program knows count, and only where the
 * environment has none: a file that lies about changes neither the path nor anything else of the
 * system's.
 */
final class DotEnv {
    private static final String EXPORT = "export ";

    private DotEnv() {}

    /** The environment with what it lacks from the file, which may be missing. */
    static Map<String, String> under(Map<String, String> environment, Path file) {
        Map<String, String> all = new HashMap<>(environment);
        if (Files.isRegularFile(file)) {
            for (String line : lines(file)) {
                read(line.strip(), all);
            }
        }
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line, Map<String, String> into) {
        int equals = line.indexOf('=');
        if (line.startsWith("#") || equals < 0) {
            return;
        }
        String before = line.substring(0, equals).strip();
        String name =
                before.startsWith(EXPORT) ? before.substring(EXPORT.length()).strip() : before;
        if (isKnown(name) && into.getOrDefault(name, "").isBlank()) {
            into.put(name, value(line.substring(equals + 1).strip()));
        }
    }

    private static boolean isKnown(String name) {
        for (Variable variable : Variable.values()) {
            if (variable.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** In single quotes all is as it stands, in double quotes {@code \\n} is a line break. */
    private static String value(String text) {
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1);
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\\n", "\n").replace("\\\"", "\"");
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
