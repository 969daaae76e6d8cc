package app.prosa.desktop.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Something by others that the program contains.
 *
 * @param license its name, as SPDX has it
 * @param page where it comes from
 */
record Library(String name, String license, String page) {
    private static final String LIST = "/licenses/libraries.tsv";

    /** As {@code licenses/libraries.tsv} names them: name, license and page, between tabs. */
    static List<Library> all() {
        InputStream file = Objects.requireNonNull(Library.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).map(Library::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }

    private static Library of(String line) {
        String[] parts = line.split("\t", -1);
        return new Library(parts[0], parts[1], parts[2]);
    }
}
