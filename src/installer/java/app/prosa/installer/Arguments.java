package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of arguments: an option a line, its value after the first blank; what begins with {@code
 * #} is a remark.
 */
record Arguments(List<String> lines) {
    private static final String REMARK = "#";

    static Arguments read(Path file) throws IOException {
        return new Arguments(
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith(REMARK))
                        .toList());
    }

    /** As a tool takes them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            words.addAll(List.of(line.split(" +", 2)));
        }
        return words;
    }

    /** What stands after an option. */
    String value(String option) {
        return lines.stream()
                .filter(line -> line.startsWith(option + " "))
                .map(line -> line.substring(option.length()).strip())
                .findFirst()
                .orElseThrow(() -> new Failure("No " + option + " among the arguments"));
    }
}
