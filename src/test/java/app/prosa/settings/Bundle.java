package app.prosa.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of texts as it is written, with what the JDK's reading of it forgets.
 *
 * @param texts by key
 * @param areas of the section headers, {@code # --- area: …}
 * @param strangers keys that do not stand under the header of their area
 * @param duplicates keys that are there twice
 */
record Bundle(
        Map<String, String> texts,
        List<String> areas,
        List<String> strangers,
        List<String> duplicates) {
    private static final Pattern HEADER = Pattern.compile("# --- ([a-z]+):.*");
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_.-]+)\\s*[=:].*");

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    static Bundle read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return sections(texts, Files.readAllLines(file));
    }

    private static Bundle sections(Map<String, String> texts, List<String> lines) {
        var bundle = new Bundle(texts, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> seen = new ArrayList<>();
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                bundle.areas.add(header.group(1));
            } else if (key.matches() && texts.containsKey(key.group(1))) {
                bundle.note(key.group(1), seen);
            }
        }
        return bundle;
    }

    private void note(String key, List<String> seen) {
        if (areas.isEmpty() || !key.startsWith(areas.getLast() + ".")) {
            strangers.add(key);
        }
        if (seen.contains(key)) {
            duplicates.add(key);
        }
        seen.add(key);
    }
}
