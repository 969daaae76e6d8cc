package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.desktop.Icon;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.SendKey;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** Connects the composer's view with its view model. */
public final class ComposerController {
    /** What the composer asks of the page. */
    interface Owner {
        void send();

        void stop();

        void editLast();

        void chooseModel(Button near);

        void chooseFiles();

        /** Takes the files, or the image, of the clipboard; false when there are none. */
        boolean attachFrom(Clipboard clipboard);
    }

    private final ComposerViewModel model;
    private final ObservableBooleanValue writing;
    private final Supplier<General> settings;
    private final Texts texts;
    private final Owner owner;

    @FXML private Pane root;
    @FXML private HBox editing;
    @FXML private Button cancelEdit;
    @FXML private FlowPane attachments;
    @FXML private ComposerArea text;
    @FXML private Button attach;
    @FXML private Button modelButton;
    @FXML private Label hint;
    @FXML private Button stop;
    @FXML private Button send;

    ComposerController(
            ComposerViewModel model,
            ObservableBooleanValue writing,
            Supplier<General> settings,
            Texts texts,
            Owner owner) {
        this.model = model;
        this.writing = writing;
        this.settings = settings;
        this.texts = texts;
        this.owner = owner;
    }

    @FXML
    private void initialize() {
        text.textProperty().subscribe(typed -> model.text().set(typed));
        model.text().subscribe(text::putText);
        text.setPasteInstead(this::takePaste);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        showWhile(editing, model.editing().isNotNull());
        showWhile(stop, writing);
        send.disableProperty().bind(model.blank());
        hint.textProperty().bind(Bindings.createStringBinding(this::hintText, model.text()));
        model.attachments().subscribe(this::showAttachments);
        cancelEdit.setOnAction(e -> model.endEdit());
        send.setOnAction(e -> owner.send());
        stop.setOnAction(e -> owner.stop());
        attach.setOnAction(e -> owner.chooseFiles());
        modelButton.setOnAction(e -> owner.chooseModel(modelButton));
        give(attach, Icon.PAPERCLIP, "chat.attach");
        give(stop, Icon.STOP, "chat.stop");
        give(send, Icon.ARROW_UP, "chat.send");
        acceptDrops();
    }

    private void give(Button button, Icon icon, String nameKey) {
        button.setGraphic(icon.node());
        button.setTooltip(new Tooltip(texts.get(nameKey)));
    }

    Pane root() {
        return root;
    }

    void focus() {
        text.requestFocus();
        text.end();
    }

    /**
     * Whether what is written here is said in person to somebody elsewhere, instead of to a model.
     */
    void speakInPerson(boolean inPerson) {
        text.setPromptText(texts.get(inPerson ? "chat.composer.person" : "chat.composer.prompt"));
        for (Button ofModel : List.of(attach, modelButton)) {
            ofModel.setVisible(!inPerson);
            ofModel.setManaged(!inPerson);
        }
    }

    void setModelName(String name) {
        modelButton.setText(name);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !text.isComposing()) {
            enter(event);
        } else if (event.getCode() == KeyCode.ESCAPE && model.editing().get() != null) {
            model.endEdit();
            event.consume();
        } else if (event.getCode() == KeyCode.UP && model.blank().get()) {
            owner.editLast();
            event.consume();
        }
    }

    private void enter(KeyEvent event) {
        boolean sends =
                settings.get().sendKey() == SendKey.ENTER
                        ? !event.isShiftDown() && !event.isAltDown()
                        : event.isShortcutDown();
        if (sends) {
            owner.send();
        } else {
            text.replaceSelection("\n");
        }
        event.consume();
    }

    private String hintText() {
        int length = text.getLength();
        if (length > 1000) {
            return texts.get("chat.length", length);
        }
        return texts.get(
                settings.get().sendKey() == SendKey.ENTER
                        ? "chat.hint.enter"
                        : "chat.hint.shortcut");
    }

    private boolean takePaste(Clipboard clipboard) {
        if (owner.attachFrom(clipboard)) {
            return true;
        }
        String pasted = clipboard.hasString() ? clipboard.getString() : null;
        if (pasted == null
                || !ComposerViewModel.isAttachment(
                        pasted, settings.get().largePasteAsAttachment())) {
            return false;
        }
        model.attach(List.of(Attachment.ofText(texts.get("chat.attachment.pasted"), pasted)));
        return true;
    }

    private void acceptDrops() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.setOnDragDropped(
                event -> event.setDropCompleted(owner.attachFrom(event.getDragboard())));
    }

    private void showAttachments() {
        attachments.getChildren().setAll(model.attachments().stream().map(this::chip).toList());
        attachments.setVisible(!model.attachments().isEmpty());
        attachments.setManaged(!model.attachments().isEmpty());
    }

    private Button chip(Attachment attachment) {
        String name = attachment.name();
        Button chip = new Button(texts.get("chat.attachment.chip", name, size(attachment)));
        chip.getStyleClass().addAll("small", "attachment-chip");
        chip.setAccessibleText(texts.get("chat.attachment.remove", name));
        chip.setOnAction(e -> model.attachments().remove(attachment));
        return chip;
    }

    private static long size(Attachment attachment) {
        return Math.max(1, attachment.content().length / 1024);
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
