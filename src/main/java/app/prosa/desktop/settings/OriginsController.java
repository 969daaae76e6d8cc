package app.prosa.desktop.settings;

import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubSettings;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

final class OriginsController {
    private final OriginsViewModel model;
    private final Texts texts;

    @FXML private SettingRow entryRow;
    @FXML private TextField entry;
    @FXML private Button allow;
    @FXML private SettingCard origins;

    OriginsController(OriginsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.fixedBy().ifPresent(v -> entryRow.fix(texts.get("settings.fixed", v)));
        allow.disableProperty().bind(entry.textProperty().map(String::isBlank));
        entry.textProperty().subscribe((_, _) -> entryRow.problemProperty().set(""));
        // Of the other settings it hears nothing: see HubKeysController.
        model.state().map(HubSettings::origins).subscribe(this::show);
    }

    private void show(List<String> now) {
        Shown.when(origins, !now.isEmpty());
        origins.getRows().setAll(now.stream().map(this::row).toList());
    }

    private Node row(String origin) {
        Button remove = new Button(texts.get("settings.server.origin.remove"));
        remove.setAccessibleText(texts.get("settings.server.origin.removeThis", origin));
        remove.setDisable(model.fixedBy().isPresent());
        remove.setOnAction(_ -> model.remove(origin));
        SettingRow row = new SettingRow();
        row.setLabel(origin);
        row.setControl(remove);
        return row;
    }

    @FXML
    private void allow() {
        if (model.add(entry.getText(), entryRow.problemProperty())) {
            entry.clear();
        }
    }
}
