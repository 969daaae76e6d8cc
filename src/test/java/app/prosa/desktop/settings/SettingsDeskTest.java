package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.settings.Language;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.SendKey;
import app.prosa.settings.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDeskTest {
    private final UiQueue ui = new UiQueue();

    @TempDir private Path dir;

    @Test
    void a_change_shows_at_once_and_is_stored_in_order() throws Exception {
        try (PagesRig rig = PagesRig.in(dir);
                SettingsDesk desk = rig.desk(ui)) {
            desk.update(all -> all.with(dark(all)));
            desk.update(Settings::withFirstRunDone);
            assertEquals(Theme.DARK, desk.shown().appearance().theme());
            desk.settle();
            assertEquals(desk.shown(), rig.settings.current());
            ui.drain();
            assertEquals(desk.shown(), rig.settings.current());
        }
    }

    @Test
    void what_cannot_be_stored_does_not_stay_on_the_screen() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("gone"));
        try (PagesRig rig = PagesRig.in(folder);
                SettingsDesk desk = rig.desk(ui)) {
            Files.delete(folder);
            desk.update(all -> all.with(dark(all)));
            ui.until(() -> !rig.navigation.said.isEmpty());
            assertEquals(List.of("not stored"), rig.navigation.said);
            assertEquals(Theme.SYSTEM, desk.shown().appearance().theme());
        }
    }

    @Test
    void a_change_from_elsewhere_is_followed() throws Exception {
        try (PagesRig rig = PagesRig.in(dir);
                SettingsDesk desk = rig.desk(ui)) {
            rig.settings.update(all -> all.with(dark(all)));
            ui.until(() -> desk.shown().appearance().theme() == Theme.DARK);
        }
    }

    @Test
    void undo_gives_back_what_was_stored_not_what_the_environment_says() throws Exception {
        try (PagesRig rig = new PagesRig(dir, Place.KEYCHAIN, Map.of("PROSA_LANGUAGE", "pt-BR"));
                SettingsDesk desk = rig.desk(ui);
                GeneralViewModel general = new GeneralViewModel(desk, rig.undoable())) {
            general.setSendKey(SendKey.SHORTCUT_ENTER);
            general.reset();
            rig.navigation.undo();
            desk.settle();
            assertEquals(SendKey.SHORTCUT_ENTER, rig.settings.stored().general().sendKey());
            assertEquals(Language.SYSTEM, rig.settings.stored().general().language());
            assertEquals("PROSA_LANGUAGE", general.languageFixedBy().orElseThrow());
        }
    }

    @Test
    void the_zoom_stops_at_its_ends() throws IOException {
        try (PagesRig rig = PagesRig.in(dir);
                SettingsDesk desk = rig.desk(ui);
                AppearanceViewModel look = new AppearanceViewModel(desk, rig.undoable())) {
            look.zoomBy(1);
            assertEquals(110, look.state().get().zoom());
            look.zoomBy(100);
            assertEquals(Appearance.MAX_ZOOM, look.state().get().zoom());
            look.zoomBy(-100);
            assertEquals(Appearance.MIN_ZOOM, look.state().get().zoom());
        }
    }

    private static Appearance dark(Settings all) {
        Appearance a = all.appearance();
        return new Appearance(
                Theme.DARK,
                a.density(),
                a.zoom(),
                a.wideTranscript(),
                a.reducedMotion(),
                a.wrapCode());
    }
}
