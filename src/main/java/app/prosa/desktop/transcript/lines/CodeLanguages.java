package app.prosa.desktop.transcript.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The languages of {@code languages.txt}, by name. */
final class CodeLanguages {
    private static final Map<String, CodeLanguage> BY_NAME = new HashMap<>();

    static {
        for (String paragraph : text().split("\n\n", -1)) {
            if (!paragraph.startsWith("#")) {
                add(paragraph);
            }
        }
    }

    private CodeLanguages() {}

    static Optional<CodeLanguage> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static void add(String paragraph) {
        Map<String, Set<String>> words = new HashMap<>();
        String opening = "";
        String closing = "";
        for (String line : paragraph.strip().split("\n", -1)) {
            List<String> parts = List.of(line.split(" ", -1));
            words.computeIfAbsent(parts.getFirst(), _ -> new HashSet<>())
                    .addAll(parts.subList(1, parts.size()));
            if (parts.getFirst().equals("block")) {
                opening = parts.get(1);
                closing = parts.get(2);
            }
        }
        CodeLanguage language =
                new CodeLanguage(
                        words.getOrDefault("keywords", Set.of()),
                        words.getOrDefault("line", Set.of()),
                        opening,
                        closing,
                        String.join("", words.getOrDefault("quotes", Set.of())),
                        flags(words.getOrDefault("flags", Set.of())));
        words.getOrDefault("names", Set.of()).forEach(name -> BY_NAME.put(name, language));
    }

    private static Set<CodeLanguage.Flag> flags(Set<String> names) {
        Set<CodeLanguage.Flag> flags = EnumSet.noneOf(CodeLanguage.Flag.class);
        names.forEach(name -> flags.add(CodeLanguage.Flag.valueOf(name)));
        return flags;
    }

    private static String text() {
        try (InputStream in = CodeLanguages.class.getResourceAsStream("languages.txt")) {
            if (in == null) {
                throw new IllegalStateException("languages.txt is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
