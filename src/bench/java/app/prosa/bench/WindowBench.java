package app.prosa.bench;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;

/**
 * The real window over a folder with a hundred thousand conversations, one of ten thousand
 * messages: opening that, a long quick reply in it, scrolling the list, and doing nothing. {@code
 * -Dprosa.bench.seconds} says how long the reply takes, 60 unless told.
 */
public final class WindowBench {
    private static final int SECONDS = Integer.getInteger("prosa.bench.seconds", 60);
    private static final int OPENINGS = 20;
    private static final int PAGES = 25;
    private static final int IDLE_SECONDS = 10;
    private static final int SETTLING_SECONDS = 5;

    private final SeededFolder folder;
    private final BenchWindow window;

    private WindowBench(SeededFolder folder) {
        this.folder = folder;
        this.window = new BenchWindow(folder.path(), new MarkdownModel(SECONDS));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        WindowBench bench = new WindowBench(SeededFolder.make());
        System.out.printf("%-28s %.2f%n", "load of the machine", Footprint.load());
        bench.list();
        bench.idle("idle, nothing open");
        bench.openings();
        bench.reply();
        bench.idle("idle, large one open");
        bench.scrolling();
        System.out.printf("%-28s %.2f%n", "load of the machine", Footprint.load());
        // Nothing is kept: the folder was made for this.
        System.exit(0);
    }

    private void list() throws IOException {
        System.out.printf("%-28s %16.1f ms%n", "list, first rows", window.millisToList());
        Footprint.print("list, first rows");
    }

    private void openings() throws IOException {
        Samples large = new Samples();
        Map<String, Double> threads = Footprint.cpuOfThreads();
        // The first of each is in the figures: somebody waits for it too.
        for (int i = 0; i < OPENINGS; i++) {
            large.add(window.millisToOpen(folder.large(), SeededFolder.LARGE));
            window.millisToOpen(folder.small(), SeededFolder.SMALL);
        }
        System.out.println(large.line("10,000 messages open", "ms"));
        System.out.printf(
                "%-28s p95    %9.1f ms   first %.1f%n", "", large.percentile(95), large.first());
        System.out.printf("%-28s %s%n", "", Footprint.busiest(threads));
        window.millisToOpen(folder.large(), SeededFolder.LARGE);
        Footprint.print("10,000 messages open");
    }

    private void reply() throws IOException {
        ConversationId id = folder.large();
        Map<String, Double> threads = Footprint.cpuOfThreads();
        double cpu = Footprint.cpuMillis();
        FramePace pace = new FramePace();
        Turn turn =
                window.services()
                        .engine()
                        .send(InboundMessage.typed(id.toString(), "Say a lot.", List.of()));
        turn.done().join();
        pace.close();
        pace.print("reply");
        System.out.printf(
                "%-28s %16.1f %%%n",
                "reply, of one processor", (Footprint.cpuMillis() - cpu) / SECONDS / 10);
        System.out.printf("%-28s %s%n", "", Footprint.busiest(threads));
        Footprint.print("reply");
    }

    private void idle(String name) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        Map<String, Double> threads = Footprint.cpuOfThreads();
        double before = Footprint.cpuMillis();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        System.out.printf(
                "%-28s %16.1f ms of processor in %d s%n",
                name, Footprint.cpuMillis() - before, IDLE_SECONDS);
        System.out.printf("%-28s %s%n", "", Footprint.busiest(threads));
    }

    /** To the end of what is loaded, again and again: each time another page comes. */
    private void scrolling() throws IOException {
        ListView<?> list = OnFx.get(window::list);
        Samples pages = new Samples();
        for (int i = 0; i < PAGES; i++) {
            int before = OnFx.get(() -> list.getItems().size());
            pages.add(
                    OnFx.millisToPainted(
                            window.scene(),
                            () -> list.scrollTo(before - 1),
                            () -> list.getItems().size() > before));
        }
        System.out.println(pages.line("list, next page", "ms"));
        System.out.printf(
                "%-28s %16d rows%n", "list, loaded", OnFx.get(() -> list.getItems().size()));
        Footprint.print("list, scrolled");
    }
}
