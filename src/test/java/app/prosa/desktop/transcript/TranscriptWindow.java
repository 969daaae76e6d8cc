package app.prosa.desktop.transcript;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Fx;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.rows.RowNode;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;

/** A transcript in a window, for a test to look at and to act on. */
abstract class TranscriptWindow {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final StackPane root = new StackPane();
    final TranscriptView view;
    final Stage stage;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    TranscriptWindow() throws Exception {
        Fx.start();
        view = Fx.call(this::makeView);
        stage = Fx.call(this::makeStage);
    }

    private TranscriptView makeView() {
        return new TranscriptView(
                Texts.in(Language.ENGLISH),
                new Asked(asked),
                (failure, _) -> sentence(failure),
                background);
    }

    /** For one kind, a fault of our own. */
    private static String sentence(Failure failure) {
        if (failure.kind() == Failure.Kind.INTERNAL) {
            throw new IllegalStateException("There is no sentence for this");
        }
        return "Said: " + failure.kind();
    }

    private Stage makeStage() {
        root.getChildren().add(view);
        root.setStyle("-fx-font-size: 14px");
        Scene scene = new Scene(root, 900, 700);
        for (String sheet : List.of("tokens", "app", "transcript")) {
            scene.getStylesheets().add("/css/" + sheet + ".css");
        }
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    @AfterEach
    void closeWindow() throws Exception {
        Fx.run(stage::close);
        background.close();
    }

    ListSource show(List<Message> messages) throws Exception {
        return show(new ListSource(messages));
    }

    ListSource show(ListSource source) throws Exception {
        Fx.run(() -> view.show(source, ScrollPosition.END));
        awaitReady();
        return source;
    }

    /** All that is in sight is drawn. */
    void awaitReady() throws Exception {
        Fx.await(
                "what is in sight is drawn",
                () ->
                        !view.isNeedsLayout()
                                && !view.viewport().isNeedsLayout()
                                && !placed().isEmpty()
                                && placed().stream()
                                        .allMatch(p ->
                                                view.viewport().slots().isReady(p.slot())
                                                        && !behind(p)));
    }

    boolean behind(Placed placed) {
        Slot slot = view.viewport().slots().slot(placed.slot());
        return slot == null || slot.isBehind();
    }

    List<Placed> placed() {
        return view.viewport().placed();
    }

    /** Without those that are not drawn yet. */
    List<RowNode> rows() {
        return placed().stream()
                .flatMap(p -> Optional.ofNullable(view.viewport().row(p)).stream())
                .toList();
    }

    String shownText() {
        return rows().stream().map(r -> r.line().text()).collect(Collectors.joining("\n"));
    }

    Button button(int slot, String name) {
        return buttons(slot, name)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + name));
    }

    Stream<Button> buttons(int slot, String name) {
        return rows().stream()
                .filter(r -> r.site().slot() == slot)
                .flatMap(r -> r.reachable().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> name.equals(b.getAccessibleText()) || name.equals(b.getText()));
    }

    static Message grown(Message reply, String text) {
        return Conversations.with(reply, text, "", MessageState.STREAMING);
    }

    Button pill() {
        return (Button) view.lookup(".tail-pill");
    }

    void scroll(double dy) {
        view.viewport()
                .fireEvent(
                        new ScrollEvent(
                                ScrollEvent.SCROLL,
                                400,
                                300,
                                400,
                                300,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                0,
                                dy,
                                0,
                                dy,
                                ScrollEvent.HorizontalTextScrollUnits.NONE,
                                0,
                                ScrollEvent.VerticalTextScrollUnits.NONE,
                                0,
                                0,
                                null));
    }

    /** Roughly where a character is. */
    Point2D middleOf(int index, int character) {
        RowNode row = rows().get(index);
        for (double x = 0; x < row.getWidth(); x++) {
            if (row.hit(x, row.getHeight() * 0.65) > character) {
                return new Point2D(row.getLayoutX() + x, row.getLayoutY() + row.getHeight() * 0.65);
            }
        }
        throw new AssertionError("No character " + character);
    }

    void press(Point2D at, int clicks) {
        mouse(MouseEvent.MOUSE_PRESSED, at, clicks);
        mouse(MouseEvent.MOUSE_RELEASED, at, clicks);
    }

    void drag(Point2D to) {
        mouse(MouseEvent.MOUSE_DRAGGED, to, 1);
        mouse(MouseEvent.MOUSE_RELEASED, to, 1);
    }

    void mouse(javafx.event.EventType<MouseEvent> type, Point2D at, int clicks) {
        Viewport viewport = view.viewport();
        Point2D scene = viewport.localToScene(at);
        viewport.fireEvent(
                new MouseEvent(
                        viewport,
                        viewport,
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(viewport, scene.getX(), scene.getY())));
    }

    static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    boolean in(Node node, int slot) {
        return rows().stream()
                .anyMatch(r -> r.site().slot() == slot && r.reachable().contains(node));
    }
}
