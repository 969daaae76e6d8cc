package app.prosa.desktop.settings;

import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import javafx.beans.property.ReadOnlyObjectProperty;

/** How the window looks. */
final class AppearanceViewModel implements Section {
    static final int ZOOM_STEP = 10;

    private final Slice<Appearance> appearance;
    private final Undoable undoable;

    AppearanceViewModel(SettingsDesk desk, Undoable undoable) {
        this.appearance = new Slice<>(desk, Settings::appearance, Settings::with);
        this.undoable = undoable;
    }

    ReadOnlyObjectProperty<Appearance> state() {
        return appearance.valueProperty();
    }

    void setTheme(Theme theme) {
        appearance.change(a ->
                new Appearance(
                        theme,
                        a.density(),
                        a.zoom(),
                        a.wideTranscript(),
                        a.reducedMotion(),
                        a.wrapCode()));
    }

    void setDensity(Density density) {
        appearance.change(a ->
                new Appearance(
                        a.theme(),
                        density,
                        a.zoom(),
                        a.wideTranscript(),
                        a.reducedMotion(),
                        a.wrapCode()));
    }

    /**
     * @param steps up or down from where it is; the ends hold
     */
    void zoomBy(int steps) {
        setZoom(appearance.get().zoom() + steps * ZOOM_STEP);
    }

    void setZoom(int percent) {
        appearance.change(a ->
                new Appearance(
                        a.theme(),
                        a.density(),
                        percent,
                        a.wideTranscript(),
                        a.reducedMotion(),
                        a.wrapCode()));
    }

    void setWideTranscript(boolean wide) {
        appearance.change(a ->
                new Appearance(
                        a.theme(), a.density(), a.zoom(), wide, a.reducedMotion(), a.wrapCode()));
    }

    void setReducedMotion(boolean reduced) {
        appearance.change(a ->
                new Appearance(
                        a.theme(),
                        a.density(),
                        a.zoom(),
                        a.wideTranscript(),
                        reduced,
                        a.wrapCode()));
    }

    void setWrapCode(boolean wrap) {
        appearance.change(a ->
                new Appearance(
                        a.theme(),
                        a.density(),
                        a.zoom(),
                        a.wideTranscript(),
                        a.reducedMotion(),
                        wrap));
    }

    @Override
    public void reset() {
        undoable.change(appearance, _ -> Appearance.DEFAULT, "settings.appearance.wasReset");
    }

    @Override
    public void close() {
        appearance.close();
    }
}
