package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start puts off. */
class ChoresTest {
    @TempDir Path dir;

    private final Queue<Runnable> soon = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private Database database;
    private ConversationStore store;
    private ConversationEngine engine;
    private Chores chores;

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
        chores = new Chores(engine.conversations(), () -> done.add("warm"), soon::add, later::add);
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    @Test
    void old_trash_is_erased_and_the_models_are_warmed_when_the_window_can_be_used() {
        Conversation old = store.create(ConversationOptions.DEFAULT, Instant.EPOCH);
        store.trash(List.of(old.id()), Instant.EPOCH);
        assertTrue(soon.isEmpty() && later.isEmpty());

        chores.begin();
        soon.forEach(Runnable::run);
        assertEquals(1, store.counts().trashed());
        assertEquals(List.of(), done);
        later.forEach(Runnable::run);
        assertEquals(0, store.counts().trashed());
        assertEquals(List.of("warm"), done);
    }

    @Test
    void the_newest_conversation_is_read_and_stays_as_it_is() {
        Conversation one = store.create(ConversationOptions.DEFAULT, Instant.now());
        Conversation before = store.find(one.id()).orElseThrow();
        chores.begin();
        soon.forEach(Runnable::run);
        assertEquals(before, store.find(one.id()).orElseThrow());
    }

    @Test
    void nothing_is_begun_after_the_end() {
        chores.begin();
        chores.close();
        later.forEach(Runnable::run);
        assertEquals(List.of(), done);
    }

    @Test
    void a_store_that_fails_ends_nothing_but_the_chore() {
        chores.begin();
        database.close();
        soon.forEach(Runnable::run);
        later.forEach(Runnable::run);
        assertEquals(List.of(), done);
    }
}
