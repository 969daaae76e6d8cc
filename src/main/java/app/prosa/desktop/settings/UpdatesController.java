package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import app.prosa.settings.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

final class UpdatesController {
    private final UpdatesViewModel model;
    private final SystemDialogs dialogs;
    private final Texts texts;

    @FXML private SettingRow row;
    @FXML private HBox controls;
    @FXML private Button now;
    @FXML private CheckBox daily;
    @FXML private VBox outcome;
    @FXML private Label result;
    @FXML private Hyperlink page;

    UpdatesController(UpdatesViewModel model, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        boolean can = model.canLook();
        Shown.when(controls, can);
        if (!can) {
            row.setHint(texts.get("settings.updates.unknown"));
        }
        model.state().subscribe(updates -> daily.setSelected(updates.daily()));
        daily.selectedProperty().subscribe(model::setDaily);
        model.foundProperty().subscribe(this::showPage);
        model.progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        Shown.line(result, progress);
        Shown.when(outcome, !progress.sentence().isEmpty());
        now.setDisable(progress instanceof Progress.Running);
    }

    private void showPage(Optional<UpdatesViewModel.Found> found) {
        Shown.when(page, found.isPresent());
        found.ifPresent(newer ->
                page.setAccessibleText(texts.get("settings.updates.pageOf", newer.version())));
    }

    @FXML
    private void look() {
        model.look();
    }

    @FXML
    private void openPage() {
        model.foundProperty()
                .get()
                .ifPresent(newer -> dialogs.openLink(newer.page().toASCIIString()));
    }
}
