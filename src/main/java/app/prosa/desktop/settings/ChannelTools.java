package app.prosa.desktop.settings;

import app.prosa.desktop.channels.Concerned;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelControl;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What is needed to set up a channel.
 *
 * @param ui where results arrive, such as {@code FxThread::run}
 */
record ChannelTools(
        SettingsDesk desk,
        SecretLine secrets,
        ChannelControl control,
        Concerned concerned,
        Undoable undoable,
        Executor ui,
        Clock clock) {

    Texts texts() {
        return undoable.texts();
    }

    /** Waits, off the JavaFX thread, until a call would find what was changed until now. */
    void settle() throws InterruptedException {
        desk.settle();
        secrets.settle();
    }
}
