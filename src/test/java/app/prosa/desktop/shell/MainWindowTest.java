package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.Fx;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Services;
import app.prosa.desktop.SystemDialogs;
import app.prosa.settings.Language;
import app.prosa.settings.Settings;
import app.prosa.settings.WindowState;
import app.prosa.settings.WindowState.Look;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window with plain pages, headless. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class MainWindowTest {
    @TempDir Path dir;

    private final PlainPages pages = new PlainPages();
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void show() throws Exception {
        WindowState.DEFAULT.save(dir);
        stage = Fx.call(Stage::new);
        window =
                Fx.call(() ->
                        new MainWindow(stage, dir, pages, new NoDialogs(), WindowState.load(dir)));
        Fx.run(() -> {
            window.show();
            window.begin(() -> {});
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.call(window::leave).get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void the_composer_takes_keys_before_anything_is_open() throws Exception {
        Fx.await("the focus", () -> chat().composer.isFocused());
        Fx.run(() -> type("hello"));
        assertEquals("hello", Fx.call(() -> chat().composer.getText()));
        assertEquals(null, pages.list);
    }

    @Test
    void the_window_has_its_icon_in_every_size() throws Exception {
        Fx.await("the icons", () -> stage.getIcons().size() == 7);
        assertTrue(Fx.call(() -> stage.getIcons().stream().noneMatch(Image::isError)));
    }

    @Test
    void the_list_comes_with_the_store() throws Exception {
        connect("40");
        Fx.await("rows", () -> labels().contains("Today"));
        assertTrue(Fx.call(() -> labels().contains("gpt-5-mini · OpenAI")));
    }

    @Test
    void another_language_keeps_what_was_typed() throws Exception {
        connect("40");
        Fx.run(() -> type("half a thought"));
        PlainPages.Chat before = chat();
        Fx.run(() -> window.follow(look(Settings.Theme.SYSTEM, Language.PORTUGUESE, 100)));
        Fx.await("the other language", () -> labels().contains("Hoje"));
        assertNotSame(before, chat());
        assertTrue(before.closed);
        assertEquals(1, before.flushes);
        Fx.await("what was typed", () -> chat().unsent().equals("half a thought"));
    }

    @Test
    void another_language_from_the_first_moment_on_makes_it_ready_once() throws Exception {
        Services services = TryOut.services(dir, "40");
        AtomicInteger ready = new AtomicInteger();
        Fx.run(() -> {
            window.connect(services, ready::incrementAndGet);
            window.follow(look(Settings.Theme.SYSTEM, Language.PORTUGUESE, 100));
        });
        Fx.await("the other language", () -> labels().contains("Hoje"));
        Fx.await("what waits for the list", () -> ready.get() > 0);
        assertEquals(1, ready.get());
    }

    @Test
    void another_language_keeps_the_conversation() throws Exception {
        connect("40");
        Fx.await("rows", () -> labels().contains("Today"));
        Fx.run(() -> press(KeyCode.DIGIT2, true, false));
        var open = Objects.requireNonNull(Fx.call(() -> chat().open.get()));
        Fx.run(() -> window.follow(look(Settings.Theme.SYSTEM, Language.PORTUGUESE, 100)));
        Fx.await("the other language", () -> labels().contains("Hoje"));
        assertEquals(open, chat().open.get());
    }

    @Test
    void theme_and_zoom_change_at_once() throws Exception {
        Fx.run(() -> window.follow(look(Settings.Theme.DARK, Language.ENGLISH, 200)));
        Scene scene = stage.getScene();
        assertEquals(ColorScheme.DARK, Fx.call(() -> scene.getPreferences().getColorScheme()));
        Label label = Fx.call(() -> chat().title);
        Fx.await("double size", () -> label.getFont().getSize() == 32);
    }

    @Test
    void the_key_deletes_what_is_open_and_the_toast_brings_it_back() throws Exception {
        connect("3");
        Fx.await("rows", () -> labels().contains("Today"));
        Fx.run(() -> press(KeyCode.DIGIT1, true, false));
        var open = Objects.requireNonNull(Fx.call(() -> chat().open.get()));
        Fx.run(() -> press(KeyCode.BACK_SPACE, true, true));
        Fx.await("the next one", () -> !open.equals(chat().open.get()));
        Fx.await("the toast", () -> button("Undo").isPresent());
        Fx.run(() -> button("Undo").orElseThrow().fire());
        Fx.await("no toast", () -> button("Undo").isEmpty());
        Fx.await("back", () -> count("Receita de pão de queijo") == 1);
    }

    @Test
    void a_toast_stands_over_the_conversation_and_leaves_the_composer_free() throws Exception {
        connect("3");
        Fx.await("rows", () -> labels().contains("Today"));
        Fx.run(() -> press(KeyCode.DIGIT1, true, false));
        Fx.run(() -> press(KeyCode.BACK_SPACE, true, true));
        Fx.await("the toast", () -> button("Undo").isPresent());
        Fx.await("its place", () -> isOver(button("Undo").orElseThrow().getParent()));
        Fx.run(() -> press(KeyCode.B, true, false));
        Fx.await(
                "its place without the list",
                () -> isOver(button("Undo").orElseThrow().getParent()));
    }

    /** In the middle of the page and above the composer. */
    private boolean isOver(Node toast) {
        Bounds at = toast.localToScene(toast.getLayoutBounds());
        Node composer = chat().composer;
        Bounds page = chat().root().localToScene(chat().root().getLayoutBounds());
        return at.getMaxY() <= composer.localToScene(composer.getLayoutBounds()).getMinY()
                && Math.abs(at.getCenterX() - page.getCenterX()) < 2;
    }

    @Test
    void settings_fill_the_window_and_give_it_back() throws Exception {
        connect("3");
        Fx.run(() -> press(KeyCode.COMMA, true, false));
        assertTrue(Fx.call(() -> labels().contains("settings " + Navigation.Section.GENERAL)));
        Fx.run(() -> button("Back").orElseThrow().fire());
        assertFalse(Fx.call(() -> labels().contains("settings " + Navigation.Section.GENERAL)));
    }

    @Test
    void the_first_start_begins_with_the_first_run() throws Exception {
        connect("first");
        assertTrue(Fx.call(() -> labels().contains("welcome")));
    }

    @Test
    void every_trouble_with_the_store_is_explained_with_a_way_on() throws Exception {
        for (StoreException.Cause cause : StoreException.Cause.values()) {
            Fx.run(() -> window.trouble(cause, new NoWays()));
            Fx.await(cause.name(), () -> button("Try again").isPresent());
            assertTrue(Fx.call(() -> button("Try again").orElseThrow().isFocused()), cause.name());
        }
        connect("3");
        assertTrue(Fx.call(() -> button("Try again").isEmpty()));
    }

    @Test
    void help_lists_every_shortcut_until_escape() throws Exception {
        Fx.run(() -> press(KeyCode.F1, false, false));
        assertTrue(Fx.call(() -> labels().contains("Keyboard shortcuts")));
        Fx.run(() -> press(KeyCode.ESCAPE, false, false));
        assertFalse(Fx.call(() -> labels().contains("Keyboard shortcuts")));
        assertTrue(Fx.call(() -> chat().composer.isFocused()));
    }

    @Test
    void whether_the_hub_goes_on_is_asked_once_at_a_time_and_escape_is_no_answer()
            throws Exception {
        List<ClosingQuestion.Answer> answers = new ArrayList<>();
        Fx.run(() -> window.askAboutHub(answers::add));
        Fx.run(() -> window.askAboutHub(answers::add));
        assertEquals(1, Fx.call(() -> count("Keep the hub running?")));
        Fx.run(() -> press(KeyCode.ESCAPE, false, false));
        assertEquals(0, Fx.call(() -> count("Keep the hub running?")));
        Fx.run(() -> window.askAboutHub(answers::add));
        Fx.run(() -> button("Keep it running").orElseThrow().fire());
        assertEquals(List.of(new ClosingQuestion.Answer(WhenClosed.KEEP, false)), answers);
    }

    @Test
    void a_window_that_was_taken_away_comes_back_as_it_was() throws Exception {
        connect("3");
        Fx.run(() -> type("half a thought"));
        Fx.run(window::hide);
        assertFalse(Fx.call(stage::isShowing));
        assertTrue(chat().flushes > 0);
        Fx.run(window::raise);
        assertTrue(Fx.call(stage::isShowing));
        assertEquals("half a thought", chat().unsent());
    }

    @Test
    void the_status_bar_says_whether_the_hub_is_on_and_leads_to_it() throws Exception {
        connect("3");
        Fx.run(() -> button("hub off").orElseThrow().fire());
        assertTrue(Fx.call(() -> labels().contains("settings " + Navigation.Section.SERVER)));
    }

    @Test
    void everything_that_can_be_pressed_has_a_name() throws Exception {
        connect("3");
        Fx.await("rows", () -> labels().contains("Today"));
        List<String> nameless =
                Fx.call(() ->
                        nodes().filter(Button.class::isInstance)
                                .map(Button.class::cast)
                                .filter(b -> b.getText() == null || b.getText().isEmpty())
                                .filter(b -> b.isVisible() && b.getAccessibleText() == null)
                                .map(Button::toString)
                                .toList());
        assertEquals(List.of(), nameless);
    }

    @Test
    void what_the_window_was_is_written_down_when_it_goes() throws Exception {
        connect("3");
        Fx.run(() -> press(KeyCode.B, true, false));
        Fx.call(window::leave).get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        WindowState state = WindowState.load(dir);
        assertFalse(state.listShown());
        assertNotNull(state.bounds());
        assertTrue(chat().flushes > 0);
    }

    private PlainPages.Chat chat() {
        return Objects.requireNonNull(pages.chat);
    }

    private void connect(String rows) throws Exception {
        Services services = TryOut.services(dir, rows);
        Fx.run(() -> window.connect(services, () -> {}));
    }

    private static Look look(Settings.Theme theme, Language language, int zoom) {
        return new Look(theme, language, zoom, Settings.Density.COSY, false);
    }

    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            String typed = text.substring(i, i + 1);
            Node focused = stage.getScene().getFocusOwner();
            focused.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            typed,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        }
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        stage.getScene()
                .getFocusOwner()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private Optional<Button> button(String text) {
        return nodes().filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> b.isVisible() && text.equals(b.getText()))
                .findFirst();
    }

    private List<String> labels() {
        return nodes().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    private long count(String label) {
        return labels().stream().filter(label::equals).count();
    }

    private java.util.stream.Stream<Node> nodes() {
        return stage.getScene().getRoot().lookupAll("*").stream();
    }

    /** A computer without a desktop. */
    private static final class NoDialogs implements SystemDialogs {
        @Override
        public void openFolder(Path folder) {}

        @Override
        public void openLink(String address) {}

        @Override
        public Optional<Path> chooseTarget(String title, String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> chooseFiles(String title) {
            return List.of();
        }
    }

    /** Nothing can be done. */
    private static final class NoWays implements TroublePage.Ways {
        @Override
        public void tryAgain() {}

        @Override
        public void openFolder() {}

        @Override
        public void quit() {}
    }
}
