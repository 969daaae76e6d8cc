package app.prosa.desktop.settings;

import app.prosa.desktop.Icon;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.Views;
import app.prosa.desktop.channels.ChannelSeen;
import app.prosa.desktop.channels.Tone;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card of a channel. */
final class ChannelCardController {

    private final ChannelViewModel model;
    private final Copied copied;
    private final SystemDialogs dialogs;
    private final Texts texts;
    private final Node root;

    @FXML private ToggleButton head;
    @FXML private HBox headLine;
    @FXML private StackPane glyph;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private Label state;
    @FXML private VBox details;
    @FXML private VBox stateSlot;
    @FXML private VBox guideSlot;
    @FXML private VBox accountSlot;
    @FXML private VBox rulesSlot;
    @FXML private VBox advancedSlot;

    ChannelCardController(ChannelViewModel model, Copied copied, SystemDialogs dialogs) {
        this.model = model;
        this.copied = copied;
        this.dialogs = dialogs;
        this.texts = model.texts();
        this.root = Views.load("channel_card", this, texts);
    }

    Node root() {
        return root;
    }

    @FXML
    private void initialize() {
        Shown.fold(head, headLine, details);
        String name = model.words().title(model.platform());
        title.setText(name);
        head.setAccessibleText(texts.get("settings.channels.card", name));
        glyph.getChildren().setAll(glyph(model.platform()).node());
        stateSlot.getChildren().setAll(part("state", new ChannelStateController(model)));
        guideSlot.getChildren().setAll(part("guide", new ChannelGuideController(model, copied)));
        rulesSlot
                .getChildren()
                .setAll(
                        part(
                                "rules",
                                new ChannelRulesController(new ChannelRulesViewModel(model))));
        fillAccount();
        ChannelTexts.advanced(model.platform()).stream()
                .map(text -> new ChannelTextRow(text, model).row())
                .forEach(advancedSlot.getChildren()::add);
        model.seenProperty().subscribe(this::show);
    }

    private Node part(String name, Object controller) {
        return Views.load("channel_" + name, controller, texts);
    }

    private void fillAccount() {
        ChannelTexts.account(model.platform()).stream()
                .map(text -> new ChannelTextRow(text, model).row())
                .forEach(accountSlot.getChildren()::add);
        ChannelSecrets.of(model.platform()).stream()
                .filter(kind -> !kind.madeByUs())
                .map(this::secret)
                .forEach(accountSlot.getChildren()::add);
        switch (model.platform()) {
            case TELEGRAM -> accountSlot.getChildren().add(webhookRow());
            case INSTAGRAM -> accountSlot.getChildren().add(loginRow());
            case TWILIO, WHATSAPP, MESSENGER -> {}
        }
    }

    private Node secret(Kind kind) {
        KeyEntry.Words words = new ChannelSecretWords(texts).of(model.platform(), kind);
        return Views.load(
                "settings_key",
                new KeyController(model.secret(kind), words, model.undoable(), dialogs, texts),
                texts);
    }

    private Node webhookRow() {
        CheckBox webhook = new CheckBox();
        model.settings().subscribe(now -> webhook.setSelected(now.telegram().webhook()));
        webhook.selectedProperty().subscribe(model::setWebhook);
        return row(
                "settings.channels.webhook",
                "settings.channels.webhook.hint",
                ChannelField.WEBHOOK,
                webhook);
    }

    private Node loginRow() {
        Segmented<Boolean> login = new Segmented<>();
        login.fill(
                List.of(false, true),
                facebook ->
                        texts.get(
                                facebook
                                        ? "settings.channels.login.facebook"
                                        : "settings.channels.login.instagram"));
        model.settings().subscribe(now -> login.show(now.instagram().facebookLogin()));
        login.onChosen(facebook ->
                model.changeAccount(all -> all.with(all.instagram().withFacebookLogin(facebook))));
        return row(
                "settings.channels.login",
                "settings.channels.login.hint",
                ChannelField.FACEBOOK_LOGIN,
                login);
    }

    private SettingRow row(String label, String hint, ChannelField field, Node control) {
        SettingRow row = new SettingRow();
        row.setLabel(texts.get(label));
        row.setHint(texts.get(hint));
        if (control instanceof CheckBox) {
            control.getStyleClass().add("switch");
        }
        row.setControl(control);
        model.fixedBy(field).ifPresent(variable -> row.fix(texts.get("settings.fixed", variable)));
        return row;
    }

    private void show(ChannelSeen seen) {
        ChannelState now = seen.state();
        Tone tone = model.words().tone(now);
        state.setText(model.words().brief(now));
        state.getStyleClass().setAll("label", "chip", "channel-chip");
        if (!tone.styleClass().isEmpty()) {
            state.getStyleClass().add(tone.styleClass());
        }
        summary.setText(summary(now));
        Shown.when(summary, !summary.getText().isEmpty());
    }

    /** Whose account it is; otherwise what the platform is good for. */
    private String summary(ChannelState now) {
        return now instanceof ChannelState.On(String account)
                ? account
                : texts.get("settings.channels.about." + model.platform().key());
    }

    private static Icon glyph(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> Icon.PLANE;
            case TWILIO, WHATSAPP -> Icon.PHONE;
            case INSTAGRAM -> Icon.CAMERA;
            case MESSENGER -> Icon.LETTER_F;
        };
    }
}
