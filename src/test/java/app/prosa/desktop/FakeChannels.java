package app.prosa.desktop;

import app.prosa.settings.channels.ChannelControl;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Checked;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Channels that are whatever a test says they are. */
public final class FakeChannels implements ChannelControl {
    private final Map<Platform, ChannelState> states = new ConcurrentHashMap<>();
    private final Map<Platform, ChannelFacts> facts = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What was asked of them, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** What comes of a test. */
    public volatile Function<Platform, Checked> tested =
            platform -> new Checked.Ok("@" + platform.key());

    public void become(Platform platform, ChannelState state) {
        states.put(platform, state);
        listeners.forEach(Runnable::run);
    }

    public void become(Platform platform, ChannelFacts now) {
        facts.put(platform, now);
        listeners.forEach(Runnable::run);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public ChannelState state(Platform platform) {
        return states.getOrDefault(platform, new ChannelState.Off());
    }

    @Override
    public ChannelFacts facts(Platform platform) {
        return facts.getOrDefault(platform, ChannelFacts.NONE);
    }

    @Override
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Checked test(Platform platform) {
        asked.add("test " + platform.key());
        return tested.apply(platform);
    }

    @Override
    public void takeOver(Platform platform) {
        asked.add("take over " + platform.key());
    }

    @Override
    public void secretsChanged(Platform platform) {
        asked.add("secrets of " + platform.key());
    }
}
