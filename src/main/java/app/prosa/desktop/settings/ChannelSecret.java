package app.prosa.desktop.settings;

import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.Platform;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One secret of a channel: whether it is there, never what it is. */
final class ChannelSecret implements KeyEntry {
    private final Platform platform;
    private final String name;
    private final String label;
    private final ChannelTools tools;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<KeyState> state =
            new ReadOnlyObjectWrapper<>(new KeyState.Looking());

    /**
     * @param label what it is called
     * @param changed runs when another secret holds than before
     */
    ChannelSecret(
            Platform platform, Kind kind, String label, ChannelTools tools, Runnable changed) {
        this.platform = platform;
        this.name = kind.nameFor(platform);
        this.label = label;
        this.tools = tools;
        this.changed = changed;
        look();
    }

    @Override
    public ReadOnlyObjectProperty<KeyState> keyProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks again how it stands, such as after the place was unlocked. */
    void look() {
        tools.secrets().look(name, state::set);
    }

    @Override
    public void storeKey(String typed) {
        String secret = typed.strip();
        if (!secret.isEmpty()) {
            state.set(new KeyState.Looking());
            tools.secrets().store(name, secret, this::become);
        }
    }

    @Override
    public void removeKey(Undoable undoable) {
        tools.secrets().take(name, restore -> taken(undoable, restore));
    }

    private void taken(Undoable undoable, Runnable restore) {
        tools.secrets().look(name, this::become);
        undoable.say(
                tools.texts().get("settings.channels.secret.removed", label),
                () -> {
                    restore.run();
                    tools.secrets().look(name, this::become);
                });
    }

    /** Hands over one that we make; made now if it is not there yet. */
    void fetch(Consumer<String> taker) {
        tools.secrets().fetch(name, ChannelSecrets::make, taker, this::become);
    }

    /** Makes sure that one that we make is there. */
    void ensure() {
        fetch(_ -> {});
    }

    /** Another one in its place: whoever knows the old one is not believed any more. */
    void renew() {
        storeKey(ChannelSecrets.make());
    }

    private void become(KeyState now) {
        state.set(now);
        changed.run();
        tools.control().secretsChanged(platform);
    }
}
