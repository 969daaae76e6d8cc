package app.prosa.desktop.caret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The caret in a window, with a clock that stands still until it is told. */
class CaretTest {
    private final Deque<Runnable> clock = new ArrayDeque<>();
    private List<String> sheets = List.of();
    private Stage stage;

    @BeforeEach
    void makeWindow() throws Exception {
        stage = Fx.call(Stage::new);
    }

    @AfterEach
    void hide() throws Exception {
        Fx.run(stage::hide);
    }

    @Test
    void it_blinks_and_then_stands_still_where_it_can_be_seen() throws Exception {
        TextArea area = area();
        Fx.run(() -> {
            assertTrue(lit(area));
            tick();
            assertEquals(false, lit(area));
            tick();
            assertTrue(lit(area));
            for (int i = 2; i < Caret.BLINKS; i++) {
                tick();
            }
            assertTrue(lit(area));
            assertTrue(clock.isEmpty());
        });
    }

    @Test
    void a_key_shows_it_at_once_and_has_it_blink_again() throws Exception {
        TextArea area = area();
        Fx.run(() -> {
            tick();
            assertEquals(false, lit(area));
            area.fireEvent(press(KeyCode.LEFT));
            assertTrue(lit(area));
            assertEquals(2, clock.size());
            clock.remove().run();
            assertTrue(lit(area), "the blink of before the key is none");
            tick();
            assertEquals(false, lit(area));
        });
    }

    @Test
    void it_begins_again_after_it_stood_still() throws Exception {
        TextField field = new TextField();
        Fx.run(() -> field.setSkin(new CalmTextFieldSkin(field, clock::add)));
        show(field);
        Fx.run(() -> {
            field.requestFocus();
            while (!clock.isEmpty()) {
                tick();
            }
            assertTrue(lit(field));
            field.fireEvent(press(KeyCode.HOME));
            tick();
            assertEquals(false, lit(field));
        });
    }

    @Test
    void nothing_blinks_in_a_field_without_the_focus() throws Exception {
        TextArea area = area();
        Fx.run(() -> {
            Objects.requireNonNull(area.getParent()).requestFocus();
            tick();
            assertTrue(clock.isEmpty());
            assertEquals(false, lit(area));
        });
    }

    @Test
    void it_is_hidden_where_nothing_can_be_written_or_something_is_selected() throws Exception {
        TextArea area = area();
        Fx.run(() -> {
            area.setEditable(false);
            assertEquals(false, lit(area));
            area.setEditable(true);
            assertTrue(lit(area));
            area.setText("words");
            area.selectAll();
            assertEquals(System.getProperty("os.name").startsWith("Windows"), lit(area));
        });
    }

    @Test
    void every_field_of_the_program_has_such_a_caret() throws Exception {
        TextArea area = new TextArea();
        TextField field = new TextField();
        PasswordField password = new PasswordField();
        sheets = List.of("/css/tokens.css", "/css/app.css", "/css/shell.css");
        show(area, field, password);
        Fx.run(() -> {
            assertInstanceOf(CalmTextAreaSkin.class, area.getSkin());
            assertInstanceOf(CalmTextFieldSkin.class, field.getSkin());
            assertInstanceOf(CalmTextFieldSkin.class, password.getSkin());
        });
    }

    private TextArea area() throws Exception {
        TextArea area = new TextArea();
        Fx.run(() -> area.setSkin(new CalmTextAreaSkin(area, clock::add)));
        show(area);
        Fx.run(area::requestFocus);
        return area;
    }

    private void show(TextInputControl... fields) throws Exception {
        Fx.run(() -> {
            VBox box = new VBox(fields);
            box.setFocusTraversable(true);
            Scene scene = new Scene(box);
            for (String sheet : sheets) {
                URL file = Objects.requireNonNull(CaretTest.class.getResource(sheet));
                scene.getStylesheets().add(file.toExternalForm());
            }
            stage.setScene(scene);
            stage.show();
            box.requestFocus();
        });
        Fx.await("the window in front", stage::isFocused);
    }

    /** Half a second later. */
    private void tick() {
        clock.remove().run();
    }

    private static KeyEvent press(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    private static boolean lit(TextInputControl field) {
        Node caret =
                paths(field).filter(p -> p.opacityProperty().isBound()).findAny().orElseThrow();
        return caret.getOpacity() > 0;
    }

    private static Stream<Node> paths(Node node) {
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(CaretTest::paths)
                        : Stream.empty();
        return Stream.concat(Stream.of(node).filter(Path.class::isInstance), below);
    }
}
