package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.Mode;
import app.prosa.desktop.Icon;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Title, persona, model, and what can be done with the whole conversation. */
public final class ChatHeaderController {
    /** What the header asks of the page. */
    interface Owner {
        void rename(String title);

        void choosePersona(@Nullable String id);

        void chooseModel(Button near);

        void setMode(Mode mode);

        void pin(boolean pinned);

        void copyAll();

        void trash();

        void leaveTitle();
    }

    /** What can be chosen. */
    private static final List<Mode> MODES = List.of(Mode.AUTO, Mode.HUMAN, Mode.PAUSED);

    private final Texts texts;
    private final Owner owner;
    private @Nullable Conversation shown;

    @FXML private Pane root;
    @FXML private TextField title;
    @FXML private MenuButton mode;
    @FXML private MenuButton persona;
    @FXML private Button modelButton;
    @FXML private MenuButton more;
    @FXML private MenuItem rename;
    @FXML private MenuItem pin;
    @FXML private MenuItem copyAll;
    @FXML private MenuItem trash;

    ChatHeaderController(Texts texts, Owner owner) {
        this.texts = texts;
        this.owner = owner;
    }

    @FXML
    private void initialize() {
        title.setOnAction(e -> owner.leaveTitle());
        title.focusedProperty().subscribe(this::titleFocus);
        title.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                show(shown);
                owner.leaveTitle();
                e.consume();
            }
        });
        modelButton.setOnAction(e -> owner.chooseModel(modelButton));
        rename.setOnAction(e -> editTitle());
        pin.setOnAction(e -> owner.pin(shown != null && !shown.pinned()));
        copyAll.setOnAction(e -> owner.copyAll());
        trash.setOnAction(e -> owner.trash());
        more.setGraphic(Icon.MORE.node());
        more.setTooltip(new Tooltip(texts.get("chat.more")));
    }

    Pane root() {
        return root;
    }

    void show(@Nullable Conversation conversation) {
        shown = conversation;
        if (!title.isFocused()) {
            title.setText(conversation == null ? "" : conversation.title());
        }
        title.setDisable(conversation == null);
        more.setDisable(conversation == null);
        boolean pinned = conversation != null && conversation.pinned();
        pin.setText(texts.get(pinned ? "chat.more.unpin" : "chat.more.pin"));
        showMode(conversation == null || conversation.isOwn() ? null : conversation.mode());
    }

    /**
     * @param now null where there is nothing to choose
     */
    private void showMode(@Nullable Mode now) {
        mode.setVisible(now != null);
        mode.setManaged(now != null);
        if (now == null) {
            return;
        }
        mode.setText(name(now));
        mode.getStyleClass().removeIf(name -> name.startsWith("mode-"));
        mode.getStyleClass().add("mode-" + now.name().toLowerCase(Locale.ROOT));
        ToggleGroup group = new ToggleGroup();
        mode.getItems().setAll(MODES.stream().map(each -> choice(group, each, now)).toList());
    }

    private RadioMenuItem choice(ToggleGroup group, Mode each, Mode now) {
        RadioMenuItem item = new RadioMenuItem(name(each));
        item.setToggleGroup(group);
        item.setSelected(each == now);
        item.setOnAction(e -> owner.setMode(each));
        return item;
    }

    private String name(Mode of) {
        return texts.get("chat.mode." + of.name().toLowerCase(Locale.ROOT));
    }

    Button modelButton() {
        return modelButton;
    }

    void setModelName(String name) {
        modelButton.setText(name);
    }

    void showPersonas(List<Persona> all, @Nullable Persona current) {
        persona.setText(current == null ? texts.get("chat.persona.none") : current.name());
        persona.setVisible(!all.isEmpty());
        persona.setManaged(!all.isEmpty());
        ToggleGroup group = new ToggleGroup();
        persona.getItems().setAll(choice(group, texts.get("chat.persona.none"), null, current));
        all.forEach(p -> persona.getItems().add(choice(group, p.name(), p.id(), current)));
    }

    private RadioMenuItem choice(
            ToggleGroup group, String name, @Nullable String id, @Nullable Persona current) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(current == null ? id == null : current.id().equals(id));
        item.setOnAction(e -> owner.choosePersona(id));
        return item;
    }

    void editTitle() {
        title.requestFocus();
        title.selectAll();
    }

    private void titleFocus(boolean focused) {
        Conversation conversation = shown;
        if (!focused && conversation != null && !title.getText().equals(conversation.title())) {
            owner.rename(title.getText());
        }
    }
}
