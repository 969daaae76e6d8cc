package app.prosa.desktop.shell;

import app.prosa.desktop.Navigation.Section;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.shell.ShellModel.Place;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Appearance;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The shortcuts that work anywhere in the window. */
final class WindowKeys {
    private static final int ZOOM_STEP = 10;
    private static final int ZOOM_NONE = 100;

    private final ShellModel model;
    private @Nullable Navigator navigator;
    private @Nullable KeysHelp help;
    private @Nullable LiveSettings settings;

    WindowKeys(Shortcuts shortcuts, ShellModel model) {
        this.model = model;
        shortcuts.on(Shortcut.NEW_CHAT, this::newChat);
        shortcuts.on(Shortcut.SETTINGS, this::settings);
        shortcuts.on(Shortcut.TOGGLE_LIST, model::toggleList);
        shortcuts.on(Shortcut.TOGGLE_INSPECTOR, model::toggleInspector);
        shortcuts.on(Shortcut.HELP, this::help);
        shortcuts.on(Shortcut.ZOOM_IN, () -> zoom(z -> z + ZOOM_STEP));
        shortcuts.on(Shortcut.ZOOM_OUT, () -> zoom(z -> z - ZOOM_STEP));
        shortcuts.on(Shortcut.ZOOM_RESET, () -> zoom(z -> ZOOM_NONE));
    }

    /** From now on they lead this one. */
    void lead(Navigator to, KeysHelp helpOf) {
        navigator = to;
        help = helpOf;
    }

    void connect(LiveSettings live) {
        settings = live;
    }

    private void newChat() {
        Place place = model.place.get();
        if (navigator != null && place != Place.FIRST_RUN && place != Place.TROUBLE) {
            navigator.newChat();
        }
    }

    private void settings() {
        if (navigator == null) {
            return;
        }
        if (model.place.get() == Place.SETTINGS) {
            navigator.back();
        } else if (model.place.get() == Place.CHAT) {
            navigator.openSettings(Section.GENERAL);
        }
    }

    private void help() {
        if (help != null) {
            help.toggle();
        }
    }

    private void zoom(IntUnaryOperator change) {
        LiveSettings live = settings;
        if (live != null) {
            Thread.ofVirtual().start(() -> live.update(s -> zoomed(s, change)));
        }
    }

    private static Settings zoomed(Settings all, IntUnaryOperator change) {
        Appearance a = all.appearance();
        return all.with(
                new Appearance(
                        a.theme(),
                        a.density(),
                        change.applyAsInt(a.zoom()),
                        a.wideTranscript(),
                        a.reducedMotion(),
                        a.wrapCode()));
    }
}
