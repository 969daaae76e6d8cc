package app.prosa.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of texts that the source names.
 *
 * <p>The convention: every string literal that begins with an area of the texts and a dot is a key,
 * whole, wherever it stands ({@code texts.get("chat.send")}, {@code button("chat.send")}). One that
 * ends with a dot or underscore is the beginning of computed keys and has to be declared in {@link
 * MessagesTest#COMPUTED}. Names of files and of our packages are no keys; any other name of ours is
 * written without a dot. In FXML, {@code "%key"}.
 *
 * @param whole keys
 * @param beginnings of computed keys
 */
record KeysInSource(Set<String> whole, Set<String> beginnings) {
    /** Comments are tried too, so that what is quoted in them is not taken for a literal. */
    private static final Pattern JAVA =
            Pattern.compile(
                    "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|'(?:[^'\\\\]|\\\\.)+'"
                            + "|\"(?<literal>(?:[^\"\\\\\\n]|\\\\.)*)\"",
                    Pattern.DOTALL);

    private static final Pattern FXML = Pattern.compile("\"%(?<literal>[^\"]+)\"");
    private static final Pattern NO_KEY =
            Pattern.compile("app\\.prosa\\b.*|.*\\.(?:json|properties|css|fxml|html|png|enc|log)");

    static KeysInSource of(Path java, Path fxml, List<String> areas) throws IOException {
        var keys = new KeysInSource(new TreeSet<>(), new TreeSet<>());
        for (String source : sources(java, ".java")) {
            keys.addJava(source, areas);
        }
        for (String source : sources(fxml, ".fxml")) {
            keys.addFxml(source);
        }
        return keys;
    }

    void addJava(String source, List<String> areas) {
        for (Matcher matcher = JAVA.matcher(source); matcher.find(); ) {
            String literal = matcher.group("literal");
            if (literal != null && namesText(literal, areas)) {
                boolean beginning = literal.endsWith(".") || literal.endsWith("_");
                (beginning ? beginnings : whole).add(literal);
            }
        }
    }

    void addFxml(String source) {
        for (Matcher matcher = FXML.matcher(source); matcher.find(); ) {
            whole.add(matcher.group("literal"));
        }
    }

    private static boolean namesText(String literal, List<String> areas) {
        return literal.matches("[A-Za-z0-9_.-]+")
                && !NO_KEY.matcher(literal).matches()
                && areas.stream().anyMatch(area -> literal.startsWith(area + "."));
    }

    private static List<String> sources(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .map(KeysInSource::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
