package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationId;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Views;
import app.prosa.desktop.chat.FindViewModel.State;
import app.prosa.settings.Texts;
import java.text.NumberFormat;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The slim bar over the transcript in which one looks for words. */
public final class FindBar {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final FindViewModel model;
    private final Texts texts;
    private final Runnable elsewhere;

    @FXML private HBox root;
    @FXML private TextField field;
    @FXML private Label count;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button close;

    private @Nullable Node focusBefore;
    private @Nullable ConversationId conversation;

    /**
     * @param over what it lies over, in the upper corner
     * @param elsewhere takes the focus when who had it is gone
     */
    FindBar(StackPane over, FindViewModel model, Texts texts, Runnable elsewhere) {
        this.model = model;
        this.texts = texts;
        this.elsewhere = elsewhere;
        Views.load("find_bar", this, texts);
        StackPane.setAlignment(root, Pos.TOP_RIGHT);
        over.getChildren().add(root);
        over.addEventHandler(KeyEvent.KEY_PRESSED, this::leftByKey);
    }

    @FXML
    private void initialize() {
        field.textProperty().bindBidirectional(model.text());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        dress(previous, Icon.CHEVRON_UP, "chat.find.previous", Shortcut.FIND_PREVIOUS);
        dress(next, Icon.CHEVRON_DOWN, "chat.find.next", Shortcut.FIND_NEXT);
        close.setGraphic(Icon.CLOSE.small());
        previous.setOnAction(e -> model.previous());
        next.setOnAction(e -> model.next());
        close.setOnAction(e -> close());
        model.state().subscribe(this::show);
        show(false);
    }

    private void dress(Button button, Icon icon, String key, Shortcut shortcut) {
        button.setGraphic(icon.small());
        button.setTooltip(new Tooltip(texts.get("shell.tip", texts.get(key), shortcut.display())));
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /**
     * Comes, or takes the focus again with its words selected.
     *
     * @param in the conversation, shown already or soon
     */
    void open(ConversationId in) {
        conversation = in;
        if (!isOpen()) {
            focusBefore = root.getScene().getFocusOwner();
            show(true);
            model.open();
        }
        field.requestFocus();
        field.selectAll();
    }

    /** Gives the focus back to who had it. */
    private void close() {
        leave();
        Node before = focusBefore;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else {
            elsewhere.run();
        }
    }

    /** Goes away unless this is what it was opened for; who has the focus keeps it. */
    void shows(@Nullable ConversationId now) {
        if (isOpen() && Objects.equals(now, conversation)) {
            model.changed();
        } else {
            leave();
        }
    }

    private void leave() {
        if (isOpen()) {
            show(false);
            model.close();
        }
    }

    private void show(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }

    /** From what it lies over, too, unless the key has another meaning there. */
    private void leftByKey(KeyEvent event) {
        if (isOpen() && event.getCode() == KeyCode.ESCAPE && isPlain(event)) {
            close();
            event.consume();
        }
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown();
    }

    private void pressed(KeyEvent event) {
        boolean plain = isPlain(event);
        if (event.getCode() == KeyCode.ESCAPE && plain) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && plain && field.isFocused()) {
            step(event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    void step(boolean back) {
        if (back) {
            model.previous();
        } else {
            model.next();
        }
    }

    private void show(State state) {
        boolean any = state instanceof State.At;
        previous.setDisable(!any);
        next.setDisable(!any);
        field.pseudoClassStateChanged(NOTHING, state instanceof State.Nothing);
        count.setText(words(state));
        announce(state);
    }

    private String words(State state) {
        return switch (state) {
            case State.Idle() -> "";
            case State.Searching() -> texts.get("chat.find.searching");
            case State.Nothing() -> texts.get("chat.find.nothing");
            case State.Failed() -> texts.get("chat.find.failed");
            case State.At(int number, int total, _) ->
                    texts.get("chat.find.at", number(number), number(total));
        };
    }

    private String number(int n) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(n);
    }

    /**
     * There is no live region in JavaFX: a screen reader hears of the text of the control that has
     * the focus.
     */
    private void announce(State state) {
        String around = state instanceof State.At at ? at.words() : "";
        String said = around.isEmpty() ? words(state) : words(state) + ". " + around;
        count.setAccessibleText(said);
        field.setAccessibleText(
                said.isEmpty() ? texts.get("chat.find") : texts.get("chat.find.said", said));
        count.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        field.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
