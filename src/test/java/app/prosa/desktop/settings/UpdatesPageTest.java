package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import app.prosa.desktop.FxWindow;
import app.prosa.desktop.Navigation;
import app.prosa.settings.Settings.Updates;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.Finding.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part about new versions of the page about Prosa, in a window. */
@SuppressWarnings("NullAway.Init")
class UpdatesPageTest {
    private static final URI PAGE = URI.create("https://example.org/prosa/v1.2.0");
    private static final Map<Reason, String> SENTENCES =
            Map.of(
                    Reason.UNREACHABLE, "The place of new versions did not answer.",
                    Reason.NOTHING_THERE, "No version is published there",
                    Reason.ASKED_TOO_OFTEN,
                            "The place of new versions does not answer your network",
                    Reason.REFUSED, "The place of new versions answered with an error.",
                    Reason.LED_ASTRAY, "The place of new versions sent Prosa on",
                    Reason.NOT_UNDERSTOOD, "An answer came, but it could not be understood.");

    @TempDir private Path dir;
    private PagesRig rig;
    private SettingsPage page;
    private FxWindow fx;

    @BeforeEach
    void rig() throws Exception {
        rig = PagesRig.in(dir);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(page::close);
        fx.close();
        rig.close();
    }

    private void open() throws Exception {
        fx =
                FxWindow.show(() -> {
                    page =
                            new SettingsPage(
                                    rig.context(),
                                    rig.services,
                                    rig.secrets,
                                    Navigation.Section.ABOUT);
                    return page.root();
                });
    }

    private Updates choice() {
        return rig.settings.current().updates();
    }

    @Test
    void it_is_off_until_it_is_switched_on() throws Exception {
        open();
        fx.read("Look for new versions");
        assertFalse(choice().daily());
        fx.press("Look for new versions");
        Fx.until(() -> choice().daily());
        fx.press("Look for new versions");
        Fx.until(() -> !choice().daily());
    }

    @Test
    void a_press_looks_while_it_is_off_and_says_what_it_does() throws Exception {
        open();
        fx.press("Look now");
        fx.read("Looking…");
        assertTrue(Fx.call(() -> fx.button("Look now").orElseThrow().isDisabled()));
        rig.versions.answer(new Finding.UpToDate());
        fx.read("Up to date: there is no newer version than 0.1.0.");
        assertFalse(choice().daily());
        assertEquals(List.of(), rig.dialogs.opened);
    }

    @Test
    void a_newer_version_has_a_link_to_its_page_and_was_told_of() throws Exception {
        open();
        rig.versions.answer(new Finding.Newer("1.2.0", PAGE));
        fx.press("Look now");
        fx.read("Version 1.2.0 is there. You have 0.1.0.");
        fx.press("Open the page of version 1.2.0");
        assertEquals(List.of(PAGE.toString()), rig.dialogs.opened);
        Fx.until(() -> "1.2.0".equals(choice().seen()));
    }

    @Test
    void without_a_page_no_link_is_offered_and_an_old_one_goes_away() throws Exception {
        open();
        rig.versions.answer(new Finding.Newer("1.2.0", PAGE));
        fx.press("Look now");
        fx.read("Version 1.2.0 is there.");
        rig.versions.answer(new Finding.Newer("1.3.0", null));
        fx.press("Look now");
        fx.read("Version 1.3.0 is there.");
        assertTrue(Fx.call(() -> fx.button("Open its page").isEmpty()));
    }

    @Test
    void each_reason_that_nobody_knows_has_its_own_sentence() throws Exception {
        open();
        for (Reason reason : Reason.values()) {
            rig.versions.answer(new Finding.Unknown(reason));
            fx.press("Look now");
            fx.read(Objects.requireNonNull(SENTENCES.get(reason)));
        }
    }

    @Test
    void what_was_found_before_the_page_was_opened_is_there() throws Exception {
        rig.versions.find(new Finding.Newer("1.2.0", PAGE));
        open();
        fx.read("Version 1.2.0 is there.");
        fx.press("Open the page of version 1.2.0");
        assertEquals(List.of(PAGE.toString()), rig.dialogs.opened);
    }

    @Test
    void a_build_that_does_not_know_where_says_so_and_has_nothing_to_press() throws Exception {
        rig.versions.canLook = false;
        open();
        fx.read("This build of Prosa was not told where new versions are published");
        assertTrue(Fx.call(() -> fx.button("Look now").isEmpty()));
        assertTrue(Fx.call(() -> fx.button("Look for new versions").isEmpty()));
    }
}
