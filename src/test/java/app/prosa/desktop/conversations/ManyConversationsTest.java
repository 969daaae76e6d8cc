package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Mode;
import app.prosa.desktop.Fx;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.storage.Database;
import app.prosa.storage.Seed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list over the real store. */
class ManyConversationsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir;
    private Database database;
    private ConversationStore store;
    private ConversationEngine engine;

    @BeforeEach
    void open() {
        database = Database.open(dir);
        store = database.conversations();
        engine =
                new ConversationEngine(
                        store,
                        (request, sink) -> {
                            throw new IllegalStateException("no model");
                        },
                        conversation -> {
                            throw new IllegalStateException("no plan");
                        },
                        Clock.systemUTC());
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    @Test
    void the_store_and_the_list_agree_on_the_order() throws Exception {
        fill(450);
        List<Conversation> expected = store.page(Query.ALL, null, 1000);
        ListModel model = Fx.call(this::model);
        Fx.await("the outline", () -> lines(model) == 450);
        for (int line = 0; line < model.rows().size(); line += 100) {
            int shown = line;
            Fx.await("what is shown there", () -> isShown(model, shown));
        }
        Fx.await("the end", () -> isShown(model, model.rows().size() - 1));
        assertEquals(
                expected.stream().map(Conversation::id).toList(),
                items(model).stream().map(item -> item.conversation().id()).toList());
        Conversation last = expected.getLast();
        engine.conversations().pin(last.id(), true);
        Fx.await("the pinned one on top", () -> items(model).getFirst().conversation().pinned());
        assertEquals(
                store.page(Query.ALL, null, 1000).stream().map(Conversation::id).toList(),
                items(model).stream().map(item -> item.conversation().id()).toList());
        Fx.run(model::close);
    }

    @Test
    void the_list_scrolls_to_its_very_end_and_keeps_nothing_of_what_it_passed() throws Exception {
        List<ConversationId> ids = Seed.in(database).conversations(3_000);
        String oldest = store.find(ids.getFirst()).orElseThrow().title();
        ListModel model = Fx.call(this::model);
        ListWindow window = Fx.call(() -> new ListWindow(engine, model));
        Fx.await("the outline", () -> lines(model) == 3_000);
        Fx.run(window::scrollToEnd);
        Fx.await("the oldest", () -> window.lastRow().startsWith(oldest));
        for (int line = model.rows().size(); line > 0; line -= 100) {
            int shown = line;
            Fx.run(() -> window.scrollTo(shown));
            Fx.await("what is shown there", window::isWhole);
            assertTrue(Fx.call(() -> items(model).size()) <= Reader.MOST + 2 * Reader.PAGE);
        }
        Fx.run(() -> {
            window.close();
            model.close();
        });
    }

    @Test
    void the_end_key_goes_to_the_oldest_and_enter_opens_it() throws Exception {
        List<ConversationId> ids = Seed.in(database).conversations(1_000);
        ListModel model = Fx.call(this::model);
        ListWindow window = Fx.call(() -> new ListWindow(engine, model));
        Fx.await("the outline", () -> lines(model) == 1_000);
        Fx.run(() -> window.press(KeyCode.END));
        Fx.run(() -> window.press(KeyCode.ENTER));
        Fx.await("the oldest is opened", () -> window.opened.contains(ids.getFirst()));
        Fx.run(() -> {
            window.close();
            model.close();
        });
    }

    @Test
    void a_row_says_by_which_channel_it_came_and_who_answers_if_not_the_model() throws Exception {
        ConversationId theirs = fromWeb("anybody there?");
        ListModel model = Fx.call(this::model);
        ListWindow window = Fx.call(() -> new ListWindow(engine, model));
        Fx.await("the channel", () -> window.lastRow().startsWith("anybody there?, Web, one new"));
        assertEquals(1, Fx.call(window::marks));
        engine.setMode(theirs, Mode.HUMAN);
        Fx.await("who answers", () -> window.lastRow().contains(", Web, You answer, "));
        assertEquals(2, Fx.call(window::marks));
        engine.conversations().trash(List.of(theirs));
        Conversation own = engine.conversations().create(ConversationOptions.DEFAULT);
        engine.conversations().rename(own.id(), "my own");
        Fx.await("an own chat", () -> window.lastRow().startsWith("my own, "));
        assertEquals(0, Fx.call(window::marks));
        Fx.run(() -> {
            window.close();
            model.close();
        });
    }

    @Test
    void a_click_opens_what_was_pressed_although_the_list_moves_under_it() throws Exception {
        fill(5);
        ListModel model = Fx.call(this::model);
        ListWindow window = Fx.call(() -> new ListWindow(engine, model));
        Fx.await("all of them", () -> lines(model) == 5);
        ConversationId wanted = Fx.call(() -> items(model).get(1).conversation().id());
        ConversationId last = Fx.call(() -> items(model).getLast().conversation().id());
        int line = Fx.call(() -> model.indexOf(wanted));
        Fx.await("its row", window::isWhole);
        Node cell = Fx.call(() -> window.cell(line));
        Fx.run(() -> ListWindow.press(cell));
        engine.conversations().pin(last, true);
        Fx.await("another place", () -> model.indexOf(wanted) != line);
        Fx.run(() -> ListWindow.release(cell));
        assertEquals(List.of(wanted), window.opened);
        Fx.run(() -> {
            window.close();
            model.close();
        });
    }

    private ConversationId fromWeb(String text) {
        InboundMessage message = new InboundMessage(ChannelKind.WEB, "ana", text, null, List.of());
        return store.receive(message, false, Instant.now()).conversation().id();
    }

    private void fill(int count) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                // Some at the same moment: then the id decides.
                Instant at = NOW.minus(Duration.ofMinutes(i / 3));
                writes.add(writers.submit(() -> store.create(ConversationOptions.DEFAULT, at)));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
    }

    private ListModel model() {
        return new ListModel(
                Browsing.of(engine),
                Thread.ofVirtual()::start,
                FxThread::run,
                new FxThread.Latest<>(Runnable::run)::submit,
                Clock.systemUTC(),
                next -> {});
    }

    private static long lines(ListModel model) {
        return model.rows().stream().filter(row -> !(row instanceof Row.Header)).count();
    }

    private static boolean isShown(ListModel model, int line) {
        model.shown(line, line);
        return !(model.rows().get(line) instanceof Row.Pending);
    }

    private static List<Item> items(ListModel model) {
        return model.rows().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    }
}
