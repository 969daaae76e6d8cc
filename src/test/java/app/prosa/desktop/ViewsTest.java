package app.prosa.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.Test;

/** What is drawn in fxml/ can be loaded, and its controllers find what they look for. */
class ViewsTest {
    private static final Path FXML = Path.of("fxml");
    private static final Path SOURCES = Path.of("src/main/java/app/prosa/desktop");
    private static final Pattern FIELD = Pattern.compile("@FXML\\s+private [\\w<>?, ]+ (\\w+);");
    private static final Pattern METHOD = Pattern.compile("@FXML\\s+(?:private )?void (\\w+)\\(");
    private static final Pattern ACTION = Pattern.compile("\\son\\w+=\"#(\\w+)\"");
    private static final Pattern ID = Pattern.compile("fx:id=\"(\\w+)\"");

    @Test
    void every_view_loads_in_both_languages() throws Exception {
        for (Path view : files(FXML, ".fxml")) {
            for (Language language : List.of(Language.ENGLISH, Language.PORTUGUESE)) {
                Object root = Fx.call(() -> load(view, Texts.in(language)));
                assertNotNull(root, view.toString());
            }
        }
    }

    @Test
    void every_controller_has_a_view_with_all_its_fields() throws IOException {
        List<List<String>> views = new ArrayList<>();
        for (Path view : files(FXML, ".fxml")) {
            views.add(found(ID, Files.readString(view)));
        }
        List<String> without = new ArrayList<>();
        for (Path source : files(SOURCES, ".java")) {
            List<String> fields = found(FIELD, Files.readString(source));
            if (views.stream().noneMatch(ids -> ids.containsAll(fields))) {
                without.add(source.getFileName() + ": " + fields);
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void every_action_of_a_view_is_a_method_of_a_controller() throws IOException {
        TreeSet<String> methods = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            methods.addAll(found(METHOD, Files.readString(source)));
        }
        TreeSet<String> actions = new TreeSet<>();
        for (Path view : files(FXML, ".fxml")) {
            actions.addAll(found(ACTION, Files.readString(view)));
        }
        actions.removeAll(methods);
        assertEquals(Set.of(), actions);
    }

    /** Without its controller, and so without the actions, which are looked at apart. */
    private static Object load(Path view, Texts texts) throws IOException {
        String plain = Files.readString(view).replaceAll("\\son\\w+=\"#\\w+\"", "");
        FXMLLoader loader = new FXMLLoader(view.toUri().toURL(), texts.bundle());
        return loader.load(new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult r) -> r.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
