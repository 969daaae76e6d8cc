package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

final class ListeningController {
    private final ListeningViewModel model;
    private final Texts texts;
    private boolean addressWanted;

    @FXML private CheckBox on;
    @FXML private Segmented<WhenClosed> whenClosed;
    @FXML private SettingRow reachRow;
    @FXML private Segmented<Reach> reach;
    @FXML private SettingRow addressRow;
    @FXML private TextField address;
    @FXML private SettingRow portRow;
    @FXML private TextField port;
    @FXML private SettingRow publicRow;
    @FXML private TextField publicUrl;
    @FXML private SettingRow proxiesRow;
    @FXML private TextField proxies;
    @FXML private SettingRow limitsRow;
    @FXML private CheckBox limits;

    ListeningController(ListeningViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        fixed(Overridable.HUB_BIND, reachRow);
        fixed(Overridable.HUB_BIND, addressRow);
        fixed(Overridable.HUB_PORT, portRow);
        fixed(Overridable.HUB_PUBLIC_URL, publicRow);
        fixed(Overridable.HUB_TRUSTED_PROXIES, proxiesRow);
        whenClosed.fill(
                List.of(WhenClosed.values()), choice -> name("settings.server.closed.", choice));
        reach.fill(List.of(Reach.values()), choice -> name("settings.server.reach.", choice));
        connect();
        limitsRow.setHint(limitsHint());
        fixed(Overridable.HUB_LIMITS, limitsRow);
    }

    private void connect() {
        var ofAddress =
                CommitWhenSettled.on(
                        address, t -> model.setAddress(t, addressRow.problemProperty()));
        var ofPort = CommitWhenSettled.on(port, t -> model.setPort(t, portRow.problemProperty()));
        var ofPublic =
                CommitWhenSettled.on(
                        publicUrl, t -> model.setPublicUrl(t, publicRow.problemProperty()));
        var ofProxies =
                CommitWhenSettled.on(
                        proxies, t -> model.setProxies(t, proxiesRow.problemProperty()));
        model.state()
                .subscribe(now -> {
                    show(now);
                    ofAddress.show(now.bind());
                    ofPort.show(Integer.toString(now.port()));
                    ofPublic.show(now.publicUrl());
                    ofProxies.show(String.join(", ", now.trustedProxies()));
                });
        reach.onChosen(this::choose);
        whenClosed.onChosen(model::setWhenClosed);
        on.selectedProperty().subscribe(model::setOn);
        limits.selectedProperty().subscribe(model::setLimits);
    }

    private void show(HubSettings now) {
        on.setSelected(now.on());
        limits.setSelected(now.limits().on());
        whenClosed.show(now.whenClosed());
        Reach chosen = addressWanted ? Reach.ADDRESS : Reach.of(now);
        reach.show(chosen);
        Shown.when(addressRow, chosen == Reach.ADDRESS);
        reachRow.problemProperty().set(model.keyProblem());
    }

    /** One address of several has to be typed first. */
    private void choose(Reach chosen) {
        addressWanted = chosen == Reach.ADDRESS;
        Shown.when(addressRow, addressWanted);
        model.setReach(chosen);
    }

    private String limitsHint() {
        Limits now = model.state().get().limits();
        return texts.get(
                "settings.server.limits.hint", now.perKey(), now.perUser(), now.perAddress());
    }

    private void fixed(Overridable setting, SettingRow row) {
        model.fixedBy(setting)
                .ifPresent(variable -> row.fix(texts.get("settings.fixed", variable)));
    }

    private String name(String group, Enum<?> choice) {
        return texts.get(group + choice.name().toLowerCase(Locale.ROOT));
    }
}
