package app.prosa.desktop.settings;

import app.prosa.desktop.PageContext;
import app.prosa.desktop.Views;
import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The section about the channels: a card for each, and the switch that silences them all. */
final class ChannelsController {
    private final ChannelsViewModel model;
    private final KeyPlaceViewModel keyPlace;
    private final PageContext context;
    private final Texts texts;

    @FXML private SectionPane pane;
    @FXML private VBox place;
    @FXML private CheckBox paused;
    @FXML private SettingCard voiceCard;
    @FXML private SettingRow voiceRow;
    @FXML private TextField voice;
    @FXML private SettingRow voiceUrlRow;
    @FXML private TextField voiceUrl;

    ChannelsController(ChannelsViewModel model, KeyPlaceViewModel keyPlace, PageContext context) {
        this.model = model;
        this.keyPlace = keyPlace;
        this.context = context;
        this.texts = context.texts();
    }

    @FXML
    private void initialize() {
        KeyPlaceController notice = new KeyPlaceController(keyPlace, texts);
        place.getChildren().add(Views.load("settings_key_place", notice, texts));
        place.managedProperty().bind(notice.shownProperty());
        model.settings().subscribe(now -> paused.setSelected(now.paused()));
        paused.selectedProperty().subscribe(model::setPaused);
        connectVoice();
        Copied copied = new Copied(context.navigation(), texts);
        model.channels().stream()
                .map(channel -> new ChannelCardController(channel, copied, context.dialogs()))
                .forEach(card -> pane.getContent().add(card.root()));
        voiceCard.toFront(); // below the channels, which people come for
    }

    private void connectVoice() {
        fixed(Overridable.TRANSCRIPTION_MODEL, voiceRow);
        fixed(Overridable.TRANSCRIPTION_ADDRESS, voiceUrlRow);
        var ofModel = CommitWhenSettled.on(voice, model::setTranscriptionModel);
        var ofAddress =
                CommitWhenSettled.on(
                        voiceUrl,
                        t -> model.setTranscriptionAddress(t, voiceUrlRow.problemProperty()));
        model.settings()
                .subscribe(now -> {
                    ofModel.show(now.transcription().model());
                    ofAddress.show(now.transcription().baseUrl());
                });
    }

    private void fixed(Overridable setting, SettingRow row) {
        model.fixedBy(setting)
                .ifPresent(variable -> row.fix(texts.get("settings.fixed", variable)));
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
