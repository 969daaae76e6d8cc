package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.Fx;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        while (items(model).size() < 450) {
            int before = items(model).size();
            Fx.run(() -> model.shown(model.rows().size() - 1));
            Fx.await("the next page", () -> items(model).size() > before);
        }
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
    void an_event_costs_the_same_in_a_list_of_a_hundred_thousand() {
        Rows rows = new Rows(ZoneOffset.UTC, LocalDate.now(ZoneOffset.UTC));
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            all.add(
                    rows.item(
                            ConversationsInMemory.conversation(
                                    "c" + i, NOW.minus(Duration.ofMinutes(i))),
                            false));
        }
        rows.append(all);
        long begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            Conversation c = all.get(i * 97).conversation();
            rows.put(ConversationsInMemory.with(c, c.title(), i % 2 == 0, 0, null), false);
        }
        Duration each = Duration.ofNanos((System.nanoTime() - begin) / 1000);
        assertEquals(100_000, rows.list().stream().filter(Item.class::isInstance).count());
        assertTrue(each.toMillis() < 5, () -> "an event took " + each);
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

    private static List<Item> items(ListModel model) {
        return model.rows().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    }
}
