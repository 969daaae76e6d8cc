package app.prosa.desktop.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of a style sheet, as far as the tests need them.
 *
 * @param dark the rules within the media query for dark
 */
record Stylesheet(String name, List<Rule> rules, List<Rule> dark) {
    static final Path FOLDER = Path.of("css");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DARK =
            Pattern.compile(
                    "@media\\s*\\(prefers-color-scheme:\\s*dark\\)\\s*\\{((?:[^{}]*\\{[^{}]*\\})*)\\s*\\}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    /** One selector with what it sets. */
    record Rule(String selector, Map<String, String> declarations) {
        /** What it sets a property to, or empty. */
        String get(String property) {
            return declarations.getOrDefault(property, "");
        }
    }

    static Stylesheet read(String name) {
        try {
            return parse(name, Files.readString(FOLDER.resolve(name + ".css")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the tokens. */
    static List<Stylesheet> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".css") && !file.equals("tokens.css"))
                    .map(file -> read(file.substring(0, file.length() - ".css".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stylesheet parse(String name, String css) {
        String text = COMMENT.matcher(css).replaceAll("");
        Matcher dark = DARK.matcher(text);
        StringBuilder inDark = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        while (dark.find()) {
            inDark.append(dark.group(1));
            dark.appendReplacement(rest, "");
        }
        dark.appendTail(rest);
        return new Stylesheet(name, rules(rest.toString()), rules(inDark.toString()));
    }

    private static List<Rule> rules(String text) {
        List<Rule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            Map<String, String> declarations = declarations(rule.group(2));
            for (String selector : rule.group(1).split(",", -1)) {
                rules.add(new Rule(selector.strip().replaceAll("\\s+", " "), declarations));
            }
        }
        return rules;
    }

    private static Map<String, String> declarations(String body) {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String declaration : body.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
        return declarations;
    }
}
