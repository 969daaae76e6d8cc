package app.prosa.bench;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** The list of conversations: a jump to its end, and all the way there, row by row. */
final class ListScroll {
    /** So that a hundred thousand take about a minute and a half. */
    private static final int ROWS_A_FRAME = 20;

    private static final int PATIENCE_MINUTES = 10;

    private final BenchWindow window;
    private final Conversation oldest;
    private final ListView<?> list;
    private final VirtualFlow<?> flow;

    ListScroll(BenchWindow window, ConversationId oldest) {
        this.window = window;
        this.oldest = window.services().engine().conversations().find(oldest).orElseThrow();
        this.list = OnFx.get(window::list);
        this.flow = OnFx.get(() -> (VirtualFlow<?>) list.lookup(".virtual-flow"));
    }

    void run() throws IOException, InterruptedException {
        Samples end = new Samples();
        Samples top = new Samples();
        FramePace jumping = new FramePace();
        for (int i = 0; i < 5; i++) {
            end.add(OnFx.millisToPainted(window.scene(), this::toEnd, this::showsOldest));
            top.add(OnFx.millisToPainted(window.scene(), () -> list.scrollTo(0), this::isWhole));
        }
        jumping.end();
        System.out.println(end.line("list, jump to the oldest", "ms"));
        System.out.println(top.line("list, jump to the top", "ms"));
        jumping.print("list, jumps");
        Footprint.print("list, before scrolling");
        Processor processor = new Processor();
        FramePace pace = new FramePace();
        Way way = new Way();
        OnFx.run(way::start);
        way.done.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
        pace.end();
        pace.print("list, row by row");
        processor.print("list, row by row");
        System.out.printf(
                "%-28s %d of %d frames had rows still on their way; the last row is %s%n",
                "list, row by row", way.holes, way.frames, OnFx.get(this::lastRow));
        Footprint.print("list, scrolled to the end");
    }

    private void toEnd() {
        list.scrollTo(list.getItems().size() - 1);
    }

    private boolean showsOldest() {
        return lastRow().startsWith(oldest.title());
    }

    /** What a screen reader says of the last row that shows. */
    private String lastRow() {
        IndexedCell<?> cell = flow.getLastVisibleCell();
        return cell == null || cell.getAccessibleText() == null ? "" : cell.getAccessibleText();
    }

    /** No row that shows is still on its way. */
    private boolean isWhole() {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            IndexedCell<?> cell = flow.getCell(i);
            if (cell.getAccessibleText() == null || cell.getAccessibleText().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A few rows further with each frame, to the last row of all. */
    private final class Way extends AnimationTimer {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private int at;
        private int frames;
        private int holes;

        @Override
        public void handle(long now) {
            frames++;
            holes += isWhole() ? 0 : 1;
            at += ROWS_A_FRAME;
            int last = list.getItems().size() - 1;
            list.scrollTo(Math.min(at, last));
            if (at >= last && showsOldest()) {
                stop();
                done.complete(true);
            }
        }
    }
}
