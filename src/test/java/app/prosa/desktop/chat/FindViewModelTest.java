package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.Fx;
import app.prosa.desktop.chat.FindViewModel.State;
import app.prosa.desktop.transcript.Conversations;
import app.prosa.desktop.transcript.TranscriptSource;
import app.prosa.desktop.transcript.find.Findings.Hit;
import app.prosa.desktop.transcript.find.Needle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The search's steps one by one: the background works when the test says so. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FindViewModelTest {
    private final List<Message> messages = new ArrayList<>();
    private final LinkedBlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
    private final List<StoreException> troubles = new ArrayList<>();
    private final List<Hit> goneTo = new ArrayList<>();
    private final List<Boolean> covered = new ArrayList<>();
    private volatile boolean refusing;

    private final FindViewModel model =
            new FindViewModel(new Shown(), background::add, troubles::add);

    private final class Shown implements FindViewModel.Transcript {
        @Override
        public TranscriptSource source() {
            return new Stored();
        }

        @Override
        public int firstInSight() {
            return 0;
        }

        @Override
        public void cover(boolean now) {
            covered.add(now);
        }

        @Override
        public void mark(@Nullable Needle needle) {}

        @Override
        public void goTo(Hit hit, Consumer<String> whenThere) {
            goneTo.add(hit);
            whenThere.accept("around");
        }
    }

    private final class Stored implements TranscriptSource {
        @Override
        public int size() {
            return messages.size();
        }

        @Override
        public @Nullable Message message(int position) {
            throw new AssertionError("not on this thread");
        }

        @Override
        public List<Message> read(int from, int before) {
            if (refusing) {
                throw new StoreException(StoreException.Cause.DISK_FULL, "read", null);
            }
            return messages.subList(from, before);
        }

        @Override
        public void setListener(Listener listener) {}
    }

    private void add(String text) {
        messages.add(Conversations.message(messages.size(), Author.USER, text));
    }

    private void open(String text) throws Exception {
        Fx.run(() -> {
            model.text().set(text);
            model.open();
        });
    }

    private void work() throws Exception {
        Runnable task = background.poll(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(task != null, "nothing to do");
        task.run();
        Fx.run(() -> {});
    }

    private State state() throws Exception {
        return Fx.call(() -> model.state().get());
    }

    @Test
    void the_hits_are_walked_round_and_round() throws Exception {
        add("x and x");
        add("y");
        add("X");
        open("x");
        assertInstanceOf(State.Searching.class, state());
        work();
        assertEquals(new State.At(1, 3, "around"), state());
        Fx.run(model::previous);
        assertEquals(new State.At(3, 3, "around"), state());
        Fx.run(model::next);
        Fx.run(model::next);
        assertEquals(new State.At(2, 3, "around"), state());
        assertEquals(new Hit(0, 1), goneTo.getLast());
    }

    @Test
    void steps_taken_before_the_count_is_there_are_not_lost() throws Exception {
        add("x x x");
        open("x");
        Fx.run(model::next);
        Fx.run(model::next);
        work();
        assertEquals(new State.At(3, 3, "around"), state());
    }

    @Test
    void a_longer_word_is_found_in_what_arrived_meanwhile() throws Exception {
        add("need");
        open("need");
        work();
        assertEquals(new State.At(1, 1, "around"), state());
        add("needle");
        Fx.run(model::changed);
        Fx.await("the count anew", () -> background.size() == 1);
        Fx.run(() -> model.text().set("needle"));
        Fx.await("the longer word", () -> background.size() == 2);
        work();
        work();
        assertEquals(new State.At(1, 1, "around"), state());
        assertEquals(new Hit(1, 0), goneTo.getLast());
    }

    @Test
    void what_arrives_is_counted_and_moves_nobody() throws Exception {
        add("x");
        open("x");
        work();
        int before = goneTo.size();
        add("x");
        Fx.run(model::changed);
        work();
        assertEquals(new State.At(1, 2, "around"), state());
        assertEquals(before, goneTo.size());
    }

    @Test
    void a_step_after_a_failure_tries_again() throws Exception {
        add("x");
        refusing = true;
        open("x");
        work();
        assertInstanceOf(State.Failed.class, state());
        assertEquals(1, troubles.size());
        refusing = false;
        Fx.run(model::next);
        work();
        assertEquals(new State.At(1, 1, "around"), state());
    }

    @Test
    void closed_it_forgets_and_hears_nothing() throws Exception {
        add("x");
        open("x");
        Fx.run(model::close);
        work();
        assertInstanceOf(State.Idle.class, state());
        Fx.run(model::changed);
        assertEquals(List.of(true, false), covered);
        assertEquals(List.of(), goneTo);
    }
}
