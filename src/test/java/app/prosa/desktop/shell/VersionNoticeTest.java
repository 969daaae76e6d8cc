package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.Fx;
import app.prosa.desktop.settings.PagesRig;
import app.prosa.settings.Settings.Updates;
import app.prosa.settings.updates.Finding;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status bar tells of a newer version. */
@SuppressWarnings("NullAway.Init")
class VersionNoticeTest {
    private static final Finding NEWER = new Finding.Newer("1.2.0", null);

    @TempDir private Path dir;
    private PagesRig rig;
    private StatusModel model;
    private StatusBar bar;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        rig = PagesRig.in(dir);
        rig.settings.update(all -> all.with(new Updates(true, null, null)));
        Fx.run(this::show);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(bar::close);
        assertEquals(0, rig.versions.listeners());
        rig.close();
    }

    private void show() {
        HBox box = new HBox();
        scene = new Scene(box);
        model = new StatusModel(rig.texts);
        bar = new StatusBar(box, model, rig.navigation);
        bar.connect(rig.services);
    }

    private Button notice() {
        return (Button) scene.getRoot().lookup(".status-update");
    }

    private void says(String text) throws Exception {
        Fx.until(() -> model.update.get().equals(text) && notice().isVisible() != text.isEmpty());
    }

    @Test
    void a_newer_version_is_told_of_until_it_was_pressed_and_then_no_more() throws Exception {
        says("");
        rig.versions.find(NEWER);
        says("Version 1.2.0 is there");
        Fx.run(() -> notice().fire());
        assertEquals(List.of("settings ABOUT"), rig.navigation.went);
        says("");
        rig.versions.find(NEWER);
        Fx.run(bar::close);
        Fx.run(this::show);
        says("");
        rig.versions.find(new Finding.Newer("1.3.0", null));
        says("Version 1.3.0 is there");
    }

    @Test
    void another_language_tells_it_anew() throws Exception {
        rig.versions.find(NEWER);
        says("Version 1.2.0 is there");
        Fx.run(bar::close);
        Fx.run(this::show);
        says("Version 1.2.0 is there");
    }

    @Test
    void whoever_switched_it_off_is_told_nothing() throws Exception {
        rig.versions.find(NEWER);
        says("Version 1.2.0 is there");
        rig.settings.update(all -> all.with(Updates.DEFAULT));
        says("");
    }

    @Test
    void a_look_that_found_nothing_newer_says_nothing() throws Exception {
        rig.versions.find(NEWER);
        says("Version 1.2.0 is there");
        rig.versions.find(new Finding.UpToDate());
        says("");
        rig.versions.find(NEWER);
        says("Version 1.2.0 is there");
        rig.versions.find(new Finding.Unknown(Finding.Reason.UNREACHABLE));
        says("");
    }
}
