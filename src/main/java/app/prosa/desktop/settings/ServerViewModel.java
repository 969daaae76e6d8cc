package app.prosa.desktop.settings;

import app.prosa.desktop.hub.HubWatch;
import app.prosa.settings.Overridable;
import app.prosa.settings.Settings;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubState;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The hub's switch, and the settings that it starts with. */
final class ServerViewModel implements Section {
    private final SettingsDesk desk;
    private final HubControl hub;
    private final HubWatch watch;
    private final Slice<HubSettings> settings;
    private final Undoable undoable;

    ServerViewModel(SettingsDesk desk, HubControl hub, Undoable undoable, Executor ui) {
        this.desk = desk;
        this.hub = hub;
        this.undoable = undoable;
        this.watch = new HubWatch(hub, ui);
        this.settings = new Slice<>(desk, Settings::hub, Settings::with);
    }

    ReadOnlyObjectProperty<HubState> state() {
        return watch.stateProperty();
    }

    ReadOnlyObjectProperty<HubSettings> settings() {
        return settings.valueProperty();
    }

    Slice<HubSettings> slice() {
        return settings;
    }

    Undoable undoable() {
        return undoable;
    }

    Optional<String> fixedBy(Overridable setting) {
        return desk.fixedBy(setting);
    }

    /** With what is chosen now, even if it was chosen a moment ago. */
    void start() {
        afterSettling(hub::start);
    }

    /** Answers under way come to their end first. */
    void stop() {
        afterSettling(hub::stop);
    }

    void restart() {
        afterSettling(() -> {
            hub.stop();
            hub.start();
        });
    }

    /** The port that a start could have instead of the one in use; empty if there is none. */
    Optional<Integer> otherPort() {
        boolean fixed = fixedBy(Overridable.HUB_PORT).isPresent();
        return watch.state() instanceof HubState.Failed(HubProblem problem)
                        && problem.nextFree() > 0
                        && !fixed
                ? Optional.of(problem.nextFree())
                : Optional.empty();
    }

    void startAt(int port) {
        settings.change(now -> now.withPort(port));
        start();
    }

    private void afterSettling(Runnable action) {
        Thread.ofVirtual()
                .name("hub-switch")
                .start(() -> {
                    try {
                        desk.settle();
                        action.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** The keys stay: they were made, and programs hold them. */
    @Override
    public void reset() {
        undoable.change(
                settings,
                now -> HubSettings.DEFAULT.withKeys(now.keys()).withPage(now.page()),
                "settings.server.wasReset");
    }

    @Override
    public void close() {
        watch.close();
        settings.close();
    }
}
