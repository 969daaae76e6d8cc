package app.prosa.desktop.settings;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.settings.DataViewModel.Kept;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

final class DataController {
    private final DataViewModel model;
    private final Path dataDir;
    private final SystemDialogs dialogs;
    private final Texts texts;

    @FXML private TextField folder;
    @FXML private Label counts;
    @FXML private Button backUp;
    @FXML private Label saved;
    @FXML private Button empty;
    @FXML private VBox confirm;
    @FXML private Label question;
    @FXML private Button keep;
    @FXML private Label trashed;
    @FXML private Label nothing;
    @FXML private SettingCard trash;

    DataController(DataViewModel model, Path dataDir, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.dataDir = dataDir;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        folder.setText(dataDir.toString());
        Shown.when(confirm, false);
        model.keptProperty().subscribe(this::show);
        model.trashingProperty().subscribe(progress -> Shown.line(trashed, progress));
        model.savingProperty()
                .subscribe(progress -> {
                    Shown.line(saved, progress);
                    backUp.setDisable(progress instanceof Progress.Running);
                });
        model.refresh();
    }

    private void show(Kept kept) {
        Counts now = kept.counts();
        counts.setText(texts.get("settings.counts.value", now.conversations(), now.messages()));
        question.setText(texts.get("settings.trash.question", now.trashed()));
        boolean none = kept.trash().isEmpty();
        Shown.when(nothing, none);
        Shown.when(trash, !none);
        Shown.when(empty, !none);
        trash.getRows().setAll(kept.trash().stream().map(this::row).toList());
    }

    private Node row(Conversation conversation) {
        String title = model.title(conversation);
        Button restore = new Button(texts.get("settings.trash.restore"));
        restore.setAccessibleText(texts.get("settings.trash.restoreThis", title));
        restore.setOnAction(_ -> model.restore(conversation));
        SettingRow row = new SettingRow();
        row.setLabel(title);
        row.setControl(restore);
        row.setHint(
                texts.get(
                        "settings.trash.since",
                        day(
                                Objects.requireNonNullElse(
                                        conversation.trashedAt(), conversation.updatedAt()))));
        return row;
    }

    private String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }

    @FXML
    private void openFolder() {
        dialogs.openFolder(dataDir);
    }

    @FXML
    private void backUp() {
        dialogs.chooseTarget(
                        texts.get("settings.backup.where"),
                        model.backupName(LocalDate.now(ZoneId.systemDefault())))
                .ifPresent(model::backUp);
    }

    @FXML
    private void askToEmpty() {
        Shown.when(confirm, true);
        // The harmless one: Enter pressed once too often erases nothing.
        keep.requestFocus();
    }

    @FXML
    private void erase() {
        keep();
        model.emptyTrash();
    }

    @FXML
    private void keep() {
        Shown.when(confirm, false);
    }
}
