package app.prosa.settings.channels;

/**
 * The channels that run, and what they tell. They follow the settings and the secrets by
 * themselves; {@link #secretsChanged} tells of the latter.
 */
public interface ChannelControl {

    /** At once, from any thread. */
    ChannelState state(Platform platform);

    /** May ask the store: not on the JavaFX thread. */
    ChannelFacts facts(Platform platform);

    /**
     * @param listener is told, on the thread that caused it, that a state or the facts of some
     *     channel are others now; returns at once
     * @return ends it
     */
    Listening listen(Runnable listener);

    /**
     * Asks the platform who we are there, with the settings and secrets of this moment and whether
     * the channel is on or not. Sends nothing to anybody. Blocks up to the time-outs of the
     * platform's client: not on the JavaFX thread.
     */
    Checked test(Platform platform);

    /**
     * Ends what stands in the way: removes another's webhook, or asks for messages although another
     * program does. Blocks as {@link #test} does.
     */
    void takeOver(Platform platform);

    /** A secret of the platform was stored or removed. Returns at once. */
    void secretsChanged(Platform platform);

    /** Ends when it is closed; closing twice is harmless. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Where there are no channels. */
    ChannelControl NONE =
            new ChannelControl() {
                @Override
                public ChannelState state(Platform platform) {
                    return new ChannelState.Off();
                }

                @Override
                public ChannelFacts facts(Platform platform) {
                    return ChannelFacts.NONE;
                }

                @Override
                public Listening listen(Runnable listener) {
                    return () -> {};
                }

                @Override
                public Checked test(Platform platform) {
                    return new Checked.Failed(ChannelState.Problem.HUB_OFF, "");
                }

                @Override
                public void takeOver(Platform platform) {}

                @Override
                public void secretsChanged(Platform platform) {}
            };
}
