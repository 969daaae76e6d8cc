package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Partial;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.Fx;
import app.prosa.desktop.LatestFirst;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredTranscriptTest {
    private final FakeStore store = new FakeStore();

    /** A path in memory that can be made to wait, or to fail. */
    private static final class FakeStore implements StoredTranscript.Store {
        private final List<Message> path = new CopyOnWriteArrayList<>();
        private final AtomicInteger reads = new AtomicInteger();
        private final Semaphore gate = new Semaphore(1_000_000);
        private volatile @Nullable Partial partial;
        private volatile @Nullable StoreException failure;

        @Override
        public List<Message> path(int from, int before) {
            reads.incrementAndGet();
            StoreException failed = failure;
            if (failed != null) {
                throw failed;
            }
            List<Message> read = List.copyOf(path.subList(from, Math.min(before, path.size())));
            gate.acquireUninterruptibly();
            return read;
        }

        @Override
        public Optional<Partial> partial() {
            return Optional.ofNullable(partial);
        }
    }

    @BeforeAll
    static void startFx() throws Exception {
        Fx.start();
    }

    private StoredTranscript open() {
        return new StoredTranscript(
                Conversations.ID, store.path.size(), store, Thread::startVirtualThread);
    }

    private static @Nullable Message at(StoredTranscript transcript, int position)
            throws Exception {
        Fx.await("message " + position, () -> transcript.message(position) != null);
        return Fx.call(() -> transcript.message(position));
    }

    private static void awaitText(StoredTranscript transcript, int position, String text)
            throws Exception {
        Fx.await(
                text,
                () -> {
                    Message message = transcript.message(position);
                    return message != null && message.text().equals(text);
                });
    }

    @Test
    void pages_come_when_they_are_asked_for_and_far_ones_are_forgotten() throws Exception {
        store.path.addAll(Conversations.many(3_000));
        StoredTranscript transcript = open();
        assertNull(Fx.call(() -> transcript.message(0)));
        for (int position = 0; position < 3_000; position += StoredTranscript.PAGE) {
            assertEquals(store.path.get(position), at(transcript, position));
        }
        assertEquals(3_000 / StoredTranscript.PAGE, store.reads.get());
        assertNull(Fx.call(() -> transcript.message(0)));
        assertEquals(store.path.get(0), at(transcript, 0));
    }

    @Test
    void deltas_become_the_text_of_the_reply_whatever_their_overlap() throws Exception {
        store.path.addAll(Conversations.many(3));
        Message reply = streaming(3, "");
        StoredTranscript transcript = open();
        transcript.accept(new MessageAdded(reply));
        transcript.accept(delta(reply, true, 0, "hm"));
        transcript.accept(delta(reply, false, 0, "Hel"));
        transcript.accept(delta(reply, false, 0, "Hello"));
        transcript.accept(delta(reply, false, 5, " you"));
        awaitText(transcript, 3, "Hello you");
        assertEquals("hm", Fx.call(() -> transcript.message(3)).reasoning());
        assertEquals(4, Fx.call(transcript::size));

        Message whole = Conversations.with(reply, "Hello you!", "hm", MessageState.COMPLETE);
        transcript.accept(new MessageChanged(whole));
        transcript.accept(delta(reply, false, 9, " late"));
        awaitText(transcript, 3, "Hello you!");
    }

    private static Message streaming(int position, String text) {
        return Conversations.message(
                position, Author.ASSISTANT, text, "", MessageState.STREAMING, null);
    }

    private static ReplyDelta delta(Message m, boolean reasoning, int offset, String text) {
        return new ReplyDelta(m.conversationId(), m.id(), reasoning, offset, text);
    }

    @Test
    void a_reply_that_began_before_is_caught_up_with() throws Exception {
        Message reply = streaming(0, "On");
        store.path.add(reply);
        store.partial = new Partial(reply.id(), "Once upon", "");
        StoredTranscript transcript = open();
        awaitText(transcript, 0, "Once upon");
        transcript.accept(delta(reply, false, 9, " a"));
        awaitText(transcript, 0, "Once upon a");
    }

    @Test
    void a_gap_between_deltas_is_filled() throws Exception {
        Message reply = streaming(0, "");
        StoredTranscript transcript = open();
        transcript.accept(new MessageAdded(reply));
        store.partial = new Partial(reply.id(), "0123456", "");
        transcript.accept(delta(reply, false, 7, "89"));
        awaitText(transcript, 0, "012345689");
    }

    @Test
    void a_page_read_before_a_change_is_read_again() throws Exception {
        store.path.addAll(Conversations.many(10));
        store.gate.drainPermits();
        StoredTranscript transcript = open();
        assertNull(Fx.call(() -> transcript.message(4)));
        Fx.await("the page is being read", () -> store.reads.get() == 1);
        Message pinned = Conversations.with(store.path.get(4), 1, 1, true);
        store.path.set(4, pinned);
        transcript.accept(new MessageChanged(pinned));
        Fx.run(() -> {});
        store.gate.release(1_000);
        assertEquals(pinned, at(transcript, 4));
    }

    @Test
    void another_path_replaces_what_follows_it() throws Exception {
        store.path.addAll(Conversations.many(120));
        StoredTranscript transcript = open();
        at(transcript, 5);
        at(transcript, 119);
        List<String> heard = new ArrayList<>();
        Fx.run(() -> transcript.setListener(new Heard(heard)));
        Message other = Conversations.message(7, Author.ASSISTANT, "Another answer");
        store.path.subList(7, 120).clear();
        store.path.add(other);
        transcript.accept(new PathChanged(Conversations.ID, 7, 8));
        assertEquals(other, at(transcript, 7));
        assertEquals(8, Fx.call(transcript::size));
        assertNotNull(Fx.call(() -> transcript.message(5)));
        assertEquals(List.of("resized", "changed 7-8"), heard.subList(0, 2));
    }

    private record Heard(List<String> what) implements TranscriptSource.Listener {
        @Override
        public void changed(int from, int before) {
            what.add("changed " + from + "-" + before);
        }

        @Override
        public void resized() {
            what.add("resized");
        }
    }

    @Test
    void a_store_that_cannot_be_read_is_told_and_asked_again_later() throws Exception {
        store.path.addAll(Conversations.many(3));
        StoreException failure = new StoreException(StoreException.Cause.UNAVAILABLE, "no", null);
        store.failure = failure;
        StoredTranscript transcript = open();
        List<StoreException> told = new CopyOnWriteArrayList<>();
        transcript.setOnTrouble(told::add);
        assertNull(Fx.call(() -> transcript.message(0)));
        Fx.await("it is told", () -> !told.isEmpty());
        store.failure = null;
        assertEquals(store.path.get(0), at(transcript, 0));
        assertTrue(told.contains(failure));
    }

    @Test
    void events_of_other_conversations_are_not_for_it() throws Exception {
        StoredTranscript transcript = open();
        Message elsewhere = Conversations.elsewhere();
        transcript.accept(new MessageAdded(elsewhere));
        transcript.accept(delta(elsewhere, false, 0, "x"));
        assertEquals(0, Fx.call(transcript::size));
    }

    @Test
    void the_page_asked_for_last_is_fetched_first() {
        List<Integer> fetched = new ArrayList<>();
        LatestFirst<Integer> queue = new LatestFirst<>(fetched::add);
        for (int page = 0; page < 20; page++) {
            queue.ask(page);
        }
        assertEquals(List.of(0, 1), fetched);
        queue.done(0);
        queue.done(1);
        assertEquals(List.of(0, 1, 19, 18), fetched);
        for (int page = 19; page > 10; page--) {
            queue.done(page);
        }
        assertEquals(List.of(0, 1, 19, 18, 17, 16, 15, 14), fetched);
    }
}
