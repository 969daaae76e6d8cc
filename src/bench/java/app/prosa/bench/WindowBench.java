package app.prosa.bench;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Turn;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real window over a folder with a hundred thousand conversations, one of ten thousand
 * messages: opening that, a long quick reply in it, and all of the list from its top to its end.
 * {@code -Dprosa.bench.seconds} says how long the reply takes, 60 unless told.
 */
public final class WindowBench {
    private static final int OPENINGS = 20;
    private static final int SETTLING_SECONDS = 3;

    private final SeededFolder folder;
    private final BenchWindow window;

    private WindowBench(SeededFolder folder, BenchWindow window) {
        this.folder = folder;
        this.window = window;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SeededFolder folder = SeededFolder.make();
        folder.openAtStart(null);
        try (BenchWindow window = BenchWindow.over(folder.path().toString(), Options.SECONDS)) {
            new WindowBench(folder, window).run();
        } finally {
            System.exit(0);
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf("%-28s %16.1f ms%n", "list, first rows", window.millisToList());
        // Meanwhile it is found out how long the list is.
        FramePace pace = new FramePace();
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        pace.end();
        pace.print("list, opening");
        Footprint.print("list, first rows");
        openings();
        reply();
        new ListScroll(window, folder.oldest()).run();
    }

    private void openings() throws IOException {
        Samples large = new Samples();
        Samples small = new Samples();
        Processor processor = new Processor();
        for (int i = 0; i < OPENINGS; i++) {
            large.add(window.millisToOpen(folder.large()));
            small.add(window.millisToOpen(folder.small()));
        }
        System.out.println(large.line("10,000 messages open", "ms"));
        System.out.println(small.line("40 messages open", "ms"));
        processor.print("openings");
        window.millisToOpen(folder.large());
        Footprint.print("10,000 messages open");
    }

    private void reply() throws IOException, InterruptedException {
        ConversationId id = folder.large();
        Machine.printLoad("before the reply");
        Processor processor = new Processor();
        FramePace pace = new FramePace();
        Turn turn =
                window.services()
                        .engine()
                        .send(InboundMessage.typed(id.toString(), "Say a lot.", List.of()))
                        .answering();
        turn.done().join();
        pace.end();
        pace.print("reply");
        processor.print("reply");
        Machine.printLoad("after the reply");
        Footprint.print("reply");
    }
}
