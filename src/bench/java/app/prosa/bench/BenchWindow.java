package app.prosa.bench;

import app.prosa.BenchProgram;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.ChatPage;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Rehearsal;
import app.prosa.desktop.Services;
import app.prosa.desktop.shell.DesktopApp;
import app.prosa.desktop.transcript.rows.RowNode;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;

/** The real window over a data folder, with what a measurement needs to drive it. */
final class BenchWindow implements AutoCloseable {
    /** Rows lie on whole pixels; this much may lie between two. */
    private static final double TOUCHING = 1;

    private static final String VIEWPORT = ".transcript-viewport";

    private final CompletableFuture<Services> opened = new CompletableFuture<>();
    private final CompletableFuture<PageContext> context = new CompletableFuture<>();
    private final CompletableFuture<Double> listed = new CompletableFuture<>();
    private final CompletableFuture<Node> chat = new CompletableFuture<>();

    private final BenchProgram program;

    private BenchWindow(Path data, ChatModel model) {
        program = new BenchProgram(data, model);
        DesktopApp.start(data, new Watched(program.pages()), program);
    }

    /**
     * @param seconds how long a reply takes
     */
    static BenchWindow over(String data, int seconds) {
        return new BenchWindow(Path.of(data), new MarkdownModel(seconds));
    }

    Services services() {
        return opened.join();
    }

    /** From the asking for the list to its first rows, in milliseconds. */
    double millisToList() {
        return listed.orTimeout(1, TimeUnit.MINUTES).join();
    }

    Scene scene() {
        return Objects.requireNonNull(chat.join().getScene());
    }

    ListView<?> list() {
        return (ListView<?>) Objects.requireNonNull(scene().lookup(".list-view"));
    }

    /** From the asking to the painted end of the conversation, in milliseconds. */
    double millisToOpen(ConversationId id) {
        int messages = services().engine().conversations().find(id).orElseThrow().size();
        Parent viewport = OnFx.get(() -> (Parent) Objects.requireNonNull(scene().lookup(VIEWPORT)));
        return OnFx.millisToPainted(
                scene(),
                () -> context.join().navigation().openConversation(id),
                () -> showsEnd(viewport, messages));
    }

    /** The rows reach from the last message's last one to the upper edge, without a hole. */
    private static boolean showsEnd(Parent viewport, int messages) {
        List<RowNode> rows =
                viewport.getChildrenUnmodifiable().stream()
                        .filter(node -> node.isVisible() && node instanceof RowNode)
                        .map(RowNode.class::cast)
                        .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
                        .toList();
        boolean end = !rows.isEmpty() && rows.getLast().site().slot() == messages - 1;
        return end && rows.getFirst().getLayoutY() <= TOUCHING && isWhole(rows);
    }

    private static boolean isWhole(List<RowNode> rows) {
        for (int i = 1; i < rows.size(); i++) {
            RowNode above = rows.get(i - 1);
            double bottom = above.getLayoutY() + above.getHeight();
            if (rows.get(i).getLayoutY() - bottom > TOUCHING) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        program.close();
    }

    /** The pages of the program, and when they were asked for. */
    private final class Watched implements Pages {
        private final Pages pages;

        Watched(Pages pages) {
            this.pages = pages;
        }

        @Override
        public ChatPage chat(PageContext asked) {
            ChatPage page = pages.chat(asked);
            context.complete(asked);
            chat.complete(page.root());
            return page;
        }

        @Override
        public ListPage conversations(PageContext asked, Services services) {
            long start = System.nanoTime();
            ListPage page = pages.conversations(asked, services);
            page.whenLoaded(() -> listed.complete((System.nanoTime() - start) / 1e6));
            opened.complete(services);
            return page;
        }

        @Override
        public Page settings(PageContext asked, Services services, Navigation.Section section) {
            return pages.settings(asked, services, section);
        }

        @Override
        public Page firstRun(PageContext asked, Services services) {
            return pages.firstRun(asked, services);
        }

        @Override
        public Rehearsal rehearsal(Texts texts) {
            return pages.rehearsal(texts);
        }
    }
}
