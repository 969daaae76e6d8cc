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
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
