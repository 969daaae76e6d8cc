package app.prosa.bench;

import app.prosa.conversation.ConversationId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the click to the painted end of a conversation of ten thousand messages, the first that its
 * process opens, and the later ones. Each process opens it once at the moment when the list is
 * there, or once two seconds later, when what the program puts off is done.
 */
public final class OpeningBench {
    private static final int LATER = 5;
    private static final int PAUSE_SECONDS = 2;

    private OpeningBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        SeededFolder folder = SeededFolder.make();
        Samples large = new Samples();
        Samples small = new Samples();
        Samples atOnce = new Samples();
        Samples resident = new Samples();
        Samples soon = new Samples();
        for (int run = 0; run < Options.RUNS; run++) {
            read(one(folder, PAUSE_SECONDS), soon, large, small, resident);
            read(one(folder, 0), atOnce, large, small, new Samples());
        }
        System.out.println(soon.line("first, 2 s after the list", "ms"));
        System.out.println(atOnce.line("first, with the list", "ms"));
        System.out.println(large.line("later ones", "ms"));
        System.out.println(small.line("40 messages instead", "ms"));
        System.out.printf(
                "%-28s first %.2f   large %.2f%n",
                "ratio, first/later, of sizes",
                soon.median() / large.median(),
                large.median() / small.median());
        System.out.println(resident.line("resident after the first", "MB"));
    }

    private static List<Double> one(SeededFolder folder, int pause) throws IOException {
        String large = folder.large().toString();
        String small = folder.small().toString();
        String data = folder.path().toString();
        folder.openAtStart(null);
        try (Reported process =
                Reported.start(
                        Java.of(
                                OneWindow.class,
                                List.of(),
                                data,
                                large,
                                small,
                                Integer.toString(pause)))) {
            return Arrays.stream(process.text(OneWindow.OPENED).split(" "))
                    .map(Double::valueOf)
                    .toList();
        }
    }

    private static void read(
            List<Double> figures, Samples first, Samples large, Samples small, Samples resident) {
        first.add(figures.get(0));
        resident.add(figures.get(1));
        for (int i = 2; i < figures.size(); i += 2) {
            small.add(figures.get(i));
            large.add(figures.get(i + 1));
        }
    }

    /** What runs in the process that is measured. */
    static final class OneWindow {
        static final String OPENED = "opened";

        private OneWindow() {}

        /**
         * @param args the folder, the large conversation, the small one, the pause in seconds
         */
        public static void main(String[] args) throws IOException, InterruptedException {
            ConversationId large = ConversationId.of(args[1]);
            ConversationId small = ConversationId.of(args[2]);
            try (BenchWindow window = BenchWindow.over(args[0], 0)) {
                window.millisToList();
                TimeUnit.SECONDS.sleep(Integer.parseInt(args[3]));
                StringBuilder line = new StringBuilder(OPENED);
                line.append(' ').append(window.millisToOpen(large));
                line.append(' ').append(Footprint.resident(ProcessHandle.current().pid()));
                for (int i = 0; i < LATER; i++) {
                    line.append(' ').append(window.millisToOpen(small));
                    line.append(' ').append(window.millisToOpen(large));
                }
                System.out.println(line);
            } finally {
                System.exit(0);
            }
        }
    }
}
