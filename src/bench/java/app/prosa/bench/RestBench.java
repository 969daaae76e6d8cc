package app.prosa.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * What the packaged program takes while nobody touches it: a hundred thousand conversations in the
 * list, the one with ten thousand messages open, the composer focused. Beside it, at the same time,
 * a bare window.
 */
public final class RestBench {
    /** Until the program has done all that it puts off, and the caret stands still. */
    private static final int SETTLING_SECONDS = 20;

    private static final int REST_SECONDS = 20;

    private RestBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        SeededFolder folder = SeededFolder.make();
        folder.openAtStart(folder.large());
        try (Reported bare = Reported.bare();
                Reported prosa = Reported.prosa(folder.path())) {
            bare.millisTo(Reported.PAINTED);
            prosa.millisTo(Reported.READY);
            Footprint.print("Prosa, ready", prosa.pid());
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            long ofProsa = prosa.processorMillis();
            long ofBare = bare.processorMillis();
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            print("Prosa", prosa.processorMillis() - ofProsa);
            print("bare window", bare.processorMillis() - ofBare);
            Footprint.print("Prosa, at rest", prosa.pid());
            Footprint.print("bare window, at rest", bare.pid());
        }
    }

    private static void print(String name, long millis) {
        System.out.printf(
                "%-28s processor %6.2f %%   %d ms in %d s%n",
                name + ", at rest", millis / 10.0 / REST_SECONDS, millis, REST_SECONDS);
    }
}
