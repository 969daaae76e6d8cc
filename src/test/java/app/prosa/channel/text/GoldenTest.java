package app.prosa.channel.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of {@code sample.md}, to the character. After a change that is meant, {@code ./mvnw
 * test -Dtest=GoldenTest -Dprosa.golden.write=true} writes the files anew; read their diff.
 */
class GoldenTest {
    private static final String FOLDER = "/channel/text/";

    @ParameterizedTest
    @EnumSource
    void the_sample_becomes_what_it_became_before(Style style) throws IOException {
        String golden = style.name().toLowerCase(Locale.ROOT) + ".txt";
        String now = written(Rendering.of(read("sample.md"), style));
        if (Boolean.getBoolean("prosa.golden.write")) {
            Files.writeString(Path.of("src/test/resources" + FOLDER + golden), now);
        }
        assertEquals(read(golden), now);
    }

    private static String written(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            all.append("=== part ").append(i + 1).append(" of ").append(parts.size());
            all.append(" ===\n").append(part.markup()).append('\n');
            if (!part.plain().equals(part.markup())) {
                all.append("--- plain ---\n").append(part.plain()).append('\n');
            }
        }
        return all.toString();
    }

    private static String read(String name) throws IOException {
        if (Boolean.getBoolean("prosa.golden.write")) {
            return Files.readString(Path.of("src/test/resources" + FOLDER + name));
        }
        try (InputStream in = GoldenTest.class.getResourceAsStream(FOLDER + name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
