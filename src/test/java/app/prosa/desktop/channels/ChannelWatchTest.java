package app.prosa.desktop.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.FakeChannels;
import app.prosa.desktop.settings.UiQueue;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import org.junit.jupiter.api.Test;

class ChannelWatchTest {
    private static final ChannelFacts SOME = new ChannelFacts(null, null, 0, 1, 0, 0, 0, 0);

    private final FakeChannels channels = new FakeChannels();
    private final UiQueue ui = new UiQueue();

    @Test
    void it_knows_the_states_at_once_and_the_facts_soon() throws Exception {
        channels.become(Platform.TELEGRAM, new ChannelState.On("@bot"));
        channels.become(Platform.TELEGRAM, SOME);
        try (ChannelWatch watch = new ChannelWatch(channels, ui)) {
            ChannelState.On on = new ChannelState.On("@bot");
            assertEquals(
                    new ChannelSeen(on, ChannelFacts.NONE), watch.seen(Platform.TELEGRAM).get());
            ui.until(() -> watch.seen(Platform.TELEGRAM).get().equals(new ChannelSeen(on, SOME)));
        }
    }

    @Test
    void it_follows_what_changes_until_it_is_closed() throws Exception {
        try (ChannelWatch watch = new ChannelWatch(channels, ui)) {
            channels.become(Platform.MESSENGER, new ChannelState.Starting());
            channels.become(Platform.MESSENGER, new ChannelState.On("Shop"));
            ui.until(() ->
                    watch.seen(Platform.MESSENGER)
                            .get()
                            .state()
                            .equals(new ChannelState.On("Shop")));
            assertEquals(new ChannelState.Off(), watch.seen(Platform.TELEGRAM).get().state());
        }
        assertEquals(0, channels.listeners());
        channels.become(Platform.MESSENGER, new ChannelState.Off());
    }
}
