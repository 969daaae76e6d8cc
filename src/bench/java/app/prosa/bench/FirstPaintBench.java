package app.prosa.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * From the start of the process to the first painted window: the packaged program, through its
 * launcher, against a bare window with the same stylesheets and flags. The two alternate, so that
 * whatever else the machine does hits both.
 */
public final class FirstPaintBench {
    private FirstPaintBench() {}

    public static void main(String[] args) throws IOException {
        Path data = SeededFolder.temporary();
        SeededFolder.firstRunDone(data);
        Samples painted = new Samples();
        Samples ready = new Samples();
        Samples bare = new Samples();
        // Not counted: the first run makes the database, and both are read from the disk.
        start(data, new Samples(), new Samples(), new Samples());
        for (int run = 0; run < Options.RUNS; run++) {
            start(data, painted, ready, bare);
        }
        System.out.println(painted.line("Prosa, first paint", "ms"));
        System.out.println(ready.line("Prosa, ready", "ms"));
        System.out.println(bare.line("bare window, first paint", "ms"));
        System.out.printf(
                "%-28s median %9.2f      of the least of each %.2f%n",
                "ratio", painted.median() / bare.median(), painted.least() / bare.least());
    }

    private static void start(Path data, Samples painted, Samples ready, Samples bare)
            throws IOException {
        try (Reported prosa = Reported.prosa(data)) {
            painted.add(prosa.millisTo(Reported.PAINTED));
            ready.add(prosa.millisTo(Reported.READY));
        }
        try (Reported window = Reported.bare()) {
            bare.add(window.millisTo(Reported.PAINTED));
        }
    }
}
