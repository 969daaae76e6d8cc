package app.prosa.bench;

import app.prosa.server.BurstRounds;

/** Acknowledgements of a channel's webhook in bursts, with the flags of the hub. */
public final class BurstBench {
    private static final int BURSTS = 5;

    private BurstBench() {}

    public static void main(String[] args) throws Exception {
        int code =
                Java.server(BurstRounds.class, Integer.toString(BURSTS))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the bursts ended with " + code);
        }
    }
}
