package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.Navigation;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** The list in a window of its own. On the JavaFX thread. */
final class ListWindow implements Navigation {
    private static final double ROW = 44;

    final List<ConversationId> opened = new ArrayList<>();
    private final Stage stage = new Stage();
    private final ListView<?> list;
    private final VirtualFlow<?> flow;

    ListWindow(ConversationEngine engine, ListModel model) {
        Texts texts = Texts.in(Language.ENGLISH);
        ListActions actions =
                new ListActions(engine.conversations(), Thread.ofVirtual()::start, this, texts);
        Times times = new Times(texts.locale(), ZoneOffset.UTC);
        ListController controller = new ListController(model, actions, this, texts, times);
        Scene scene = new Scene(controller.root(), 300, 600);
        scene.getStylesheets().add("/css/tokens.css");
        stage.setScene(scene);
        stage.show();
        list = (ListView<?>) Objects.requireNonNull(controller.root().lookup(".list-view"));
        list.setFixedCellSize(ROW);
        list.applyCss();
        list.layout();
        flow = (VirtualFlow<?>) Objects.requireNonNull(list.lookup(".virtual-flow"));
    }

    void scrollTo(int line) {
        list.scrollTo(line);
    }

    void scrollToEnd() {
        list.scrollTo(list.getItems().size() - 1);
    }

    void press(KeyCode key) {
        list.requestFocus();
        list.fireEvent(
                new KeyEvent(
                        list, list, KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** The node that shows a line now, and perhaps another one later. */
    Node cell(int line) {
        return flow.getCell(line);
    }

    static void press(Node cell) {
        cell.fireEvent(mouse(cell, MouseEvent.MOUSE_PRESSED));
    }

    /** As JavaFX does, where the button went down and up on one node. */
    static void release(Node cell) {
        cell.fireEvent(mouse(cell, MouseEvent.MOUSE_RELEASED));
        cell.fireEvent(mouse(cell, MouseEvent.MOUSE_CLICKED));
    }

    private static MouseEvent mouse(Node on, EventType<MouseEvent> type) {
        boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
        return new MouseEvent(
                on,
                on,
                type,
                9,
                9,
                9,
                9,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** What a screen reader says of the last row that shows. */
    String lastRow() {
        IndexedCell<?> cell = flow.getLastVisibleCell();
        return cell == null ? "" : text(cell);
    }

    /** How many pictures of channels and modes show. */
    int marks() {
        return list.lookupAll(".conversation-channel > .icon").size();
    }

    /** Every row that shows has its text. */
    boolean isWhole() {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        for (int line = first.getIndex(); line <= last.getIndex(); line++) {
            if (text(flow.getCell(line)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String text(IndexedCell<?> cell) {
        return Objects.requireNonNullElse(cell.getAccessibleText(), "");
    }

    void close() {
        stage.close();
    }

    @Override
    public void openConversation(ConversationId id) {
        opened.add(id);
    }

    @Override
    public void newChat() {}

    @Override
    public void openSettings(Section section) {}

    @Override
    public void back() {}

    @Override
    public void toast(String text, String action, Runnable onAction) {}

    @Override
    public void toast(String text) {}
}
