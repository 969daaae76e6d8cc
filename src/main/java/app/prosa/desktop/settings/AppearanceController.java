package app.prosa.desktop.settings;

import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

final class AppearanceController {
    private final AppearanceViewModel model;
    private final Texts texts;

    @FXML private Segmented<Theme> theme;
    @FXML private Segmented<Density> density;
    @FXML private Button zoomOut;
    @FXML private Button zoomIn;
    @FXML private Label zoom;
    @FXML private CheckBox wide;
    @FXML private CheckBox wrapCode;
    @FXML private CheckBox reducedMotion;

    AppearanceController(AppearanceViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        theme.fill(List.of(Theme.values()), t -> nameOf("settings.theme.", t));
        density.fill(List.of(Density.values()), d -> nameOf("settings.density.", d));
        model.state().subscribe(this::show);
        theme.onChosen(model::setTheme);
        density.onChosen(model::setDensity);
        wide.selectedProperty().subscribe(model::setWideTranscript);
        wrapCode.selectedProperty().subscribe(model::setWrapCode);
        reducedMotion.selectedProperty().subscribe(model::setReducedMotion);
    }

    private String nameOf(String begin, Enum<?> choice) {
        return texts.get(begin + choice.name().toLowerCase(Locale.ROOT));
    }

    private void show(Appearance look) {
        theme.show(look.theme());
        density.show(look.density());
        zoom.setText(texts.get("settings.zoom.percent", look.zoom()));
        zoomOut.setDisable(look.zoom() <= Appearance.MIN_ZOOM);
        zoomIn.setDisable(look.zoom() >= Appearance.MAX_ZOOM);
        wide.setSelected(look.wideTranscript());
        wrapCode.setSelected(look.wrapCode());
        reducedMotion.setSelected(look.reducedMotion());
    }

    @FXML
    private void zoomOut() {
        model.zoomBy(-1);
    }

    @FXML
    private void zoomIn() {
        model.zoomBy(1);
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
