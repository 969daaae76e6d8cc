package app.prosa.settings.channels;

/** What came of asking a platform whether we may work there. */
public sealed interface Checked {

    /**
     * It knows us.
     *
     * @param account as people know it
     */
    record Ok(String account) implements Checked {}

    /**
     * It does not, or was not reached.
     *
     * @param said what the platform said about it, without any secret; or empty
     */
    record Failed(ChannelState.Problem problem, String said) implements Checked {}
}
