package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The one title that is being typed in its row. It outlives the cell that shows it. */
final class Renaming {
    private final TextField field = new TextField();
    private final StackPane view = new StackPane(field);
    private final BiConsumer<ConversationId, String> rename;
    private final Runnable refresh;
    private @Nullable Conversation conversation;

    /**
     * @param refresh has the rows drawn again when the field comes or goes
     */
    Renaming(String name, BiConsumer<ConversationId, String> rename, Runnable refresh) {
        this.rename = rename;
        this.refresh = refresh;
        field.setAccessibleText(name);
        view.getStyleClass().add("conversation-rename");
        field.setOnAction(event -> end(true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty()
                .addListener((property, before, focused) -> {
                    if (!focused) {
                        end(true);
                    }
                });
    }

    void begin(Conversation of) {
        conversation = of;
        field.setText(of.title());
        refresh.run();
        field.requestFocus();
        field.selectAll();
    }

    boolean isActive() {
        return conversation != null;
    }

    boolean isOf(ConversationId id) {
        return conversation != null && conversation.id().equals(id);
    }

    Node view() {
        return view;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end(false);
            event.consume();
        }
    }

    private void end(boolean keep) {
        Conversation renamed = conversation;
        if (renamed == null) {
            return;
        }
        conversation = null;
        String title = field.getText().strip();
        if (keep && !title.equals(renamed.title())) {
            rename.accept(renamed.id(), title);
        }
        refresh.run();
    }
}
