package app.prosa.desktop.settings;

import app.prosa.settings.Language;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.SendKey;
import app.prosa.settings.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

final class GeneralController {
    private final GeneralViewModel model;
    private final Texts texts;

    @FXML private SettingRow languageRow;
    @FXML private Segmented<Language> language;
    @FXML private Segmented<SendKey> sendKey;
    @FXML private CheckBox largePaste;

    GeneralController(GeneralViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        language.fill(List.of(Language.values()), this::nameOf);
        sendKey.fill(List.of(SendKey.values()), GeneralController::nameOf);
        model.languageFixedBy().ifPresent(v -> languageRow.fix(texts.get("settings.fixed", v)));
        model.state().subscribe(this::show);
        language.onChosen(model::setLanguage);
        sendKey.onChosen(model::setSendKey);
        largePaste.selectedProperty().subscribe(model::setLargePasteAsAttachment);
    }

    private void show(General general) {
        language.show(general.language());
        sendKey.show(general.sendKey());
        largePaste.setSelected(general.largePasteAsAttachment());
    }

    /** A language is called what its speakers call it, so that they find it. */
    private String nameOf(Language choice) {
        return switch (choice) {
            case SYSTEM -> texts.get("settings.language.system");
            case ENGLISH -> texts.get("settings.language.english");
            case PORTUGUESE -> texts.get("settings.language.portuguese");
        };
    }

    /** As it is printed on this computer's keys. */
    private static String nameOf(SendKey key) {
        return switch (key) {
            case ENTER -> new KeyCodeCombination(KeyCode.ENTER).getDisplayText();
            case SHORTCUT_ENTER ->
                    new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)
                            .getDisplayText();
        };
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
