package app.prosa.desktop.hub;

import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubState;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The state of the hub, where the window can follow it. */
public final class HubWatch implements AutoCloseable {
    private final ReadOnlyObjectWrapper<HubState> state;
    private final HubControl.Listening listening;

    /**
     * @param ui where the state changes
     */
    public HubWatch(HubControl hub, Executor ui) {
        this.state = new ReadOnlyObjectWrapper<>(hub.state());
        this.listening = hub.listen(_ -> ui.execute(() -> state.set(hub.state())));
        // It may have changed in between.
        state.set(hub.state());
    }

    public HubState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<HubState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it answers, or is about to. */
    public static boolean serves(HubState state) {
        return switch (state) {
            case HubState.Starting _, HubState.On _ -> true;
            case HubState.Off _, HubState.Stopping _, HubState.Failed _ -> false;
        };
    }

    @Override
    public void close() {
        listening.close();
    }
}
