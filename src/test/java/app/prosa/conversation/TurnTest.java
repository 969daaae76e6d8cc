package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationEvent.StoreTroubled;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnTest extends EngineRig {
    @Test
    void a_reply_is_streamed_in_pieces_that_say_where_they_belong() throws Exception {
        model.then(sink -> {
            sink.reasoning("hm");
            sink.answer("Good ");
            sink.answer("day");
        });

        Message reply = end(engine.send(typed("hello")));

        assertEquals("Good day", reply.text());
        assertEquals("hm", reply.reasoning());
        assertEquals(MessageState.COMPLETE, reply.state());
        assertEquals(List.of("hm@0", "Good @0", "day@5"), deltas());
        ReplyMeta meta = Objects.requireNonNull(reply.meta());
        assertEquals("model-1", meta.model().model());
        assertEquals(new ReplyMeta.Usage(3, 5), meta.usage());
    }

    @Test
    void an_answer_at_its_length_limit_is_complete_and_marked() throws Exception {
        model.cutsShort("As I was say").answers("whole");

        Message cut = end(engine.send(typed("one")));
        Message whole = end(engine.send(typed("two")));

        assertEquals(MessageState.COMPLETE, cut.state());
        assertEquals("As I was say", cut.text());
        assertTrue(Objects.requireNonNull(cut.meta()).cutShort());
        assertFalse(Objects.requireNonNull(whole.meta()).cutShort());
    }

    @Test
    void stopping_keeps_what_has_arrived() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half an ans", hanging);
        Turn turn = engine.send(typed("hello")).answering();
        await(hanging);

        engine.stop(turn.conversationId());

        Message reply = end(turn);
        assertEquals(MessageState.STOPPED, reply.state());
        assertEquals("half an ans", reply.text());
        assertNull(reply.failure());
    }

    @Test
    void stopping_also_ends_a_turn_that_still_waits() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("first", hanging);
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        Turn first = engine.send(typed(chat, "one")).answering();
        await(hanging);
        Turn second = engine.send(typed(chat, "two")).answering();

        engine.stop(chat.id());

        assertEquals(MessageState.STOPPED, end(first).state());
        assertEquals(MessageState.STOPPED, end(second).state());
        assertEquals(1, model.requests().size(), "the second never reached the model");
    }

    @Test
    void half_an_answer_is_interrupted_and_none_at_all_is_failed() throws Exception {
        model.fails(Failure.Kind.CONNECTION_LOST, "half").fails(Failure.Kind.KEY_REFUSED);

        Message half = end(engine.send(typed("one")));
        Message none = end(engine.send(typed("two")));

        assertEquals(MessageState.INTERRUPTED, half.state());
        assertEquals("half", half.text());
        assertEquals(Failure.Kind.CONNECTION_LOST, Objects.requireNonNull(half.failure()).kind());
        assertEquals(MessageState.FAILED, none.state());
        assertEquals(Failure.Kind.KEY_REFUSED, Objects.requireNonNull(none.failure()).kind());
    }

    @Test
    void a_fault_of_the_model_is_a_failed_reply_and_the_next_turn_runs() throws Exception {
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        model.then(sink -> {
            throw new IllegalStateException("scripted");
        });

        assertEquals(
                Failure.Kind.INTERNAL,
                Objects.requireNonNull(end(engine.send(typed(chat, "one"))).failure()).kind());
        assertEquals(MessageState.COMPLETE, end(engine.send(typed(chat, "two"))).state());
    }

    @Test
    void closing_keeps_what_has_arrived_as_interrupted() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half", hanging);
        Turn turn = engine.send(typed("hello")).answering();
        await(hanging);

        engine.close();

        Message reply = store.message(turn.replyId()).orElseThrow();
        assertEquals(MessageState.INTERRUPTED, reply.state());
        assertEquals("half", reply.text());
        assertEquals(Failure.Kind.PROGRAM_ENDED, Objects.requireNonNull(reply.failure()).kind());
        assertThrows(IllegalStateException.class, () -> engine.send(typed("more")));
    }

    @Test
    void what_arrives_is_kept_every_second_while_the_reply_is_written() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("so far", hanging);
        Turn turn = engine.send(typed("hello")).answering();
        await(hanging);

        waitFor(() -> store.message(turn.replyId()).orElseThrow().text().equals("so far"));

        assertEquals(MessageState.STREAMING, store.message(turn.replyId()).orElseThrow().state());
        assertEquals("so far", engine.partial(turn.conversationId()).orElseThrow().text());
        turn.stop();
        end(turn);
    }

    @Test
    void stopping_at_any_moment_never_harms_the_database() throws Exception {
        for (int i = 0; i < 200; i++) {
            model.then(sink -> {
                for (int piece = 0; piece < 20; piece++) {
                    sink.answer("x");
                }
            });
            Turn turn = engine.send(typed("m" + i)).answering();
            int spins = ThreadLocalRandom.current().nextInt(20_000);
            for (int spin = 0; spin < spins; spin++) {
                Thread.onSpinWait();
            }
            turn.stop();
            assertTrue(end(turn).state().isFinal());
        }
        assertEquals(MessageState.COMPLETE, end(engine.send(typed("after"))).state());
    }

    @Test
    void a_reply_that_the_store_cannot_keep_now_is_kept_later() throws Exception {
        AtomicInteger refusals = new AtomicInteger(1);
        engine.close();
        engine = engineOver(refusing("finish", refusals));

        Message reply = end(engine.send(typed("hello")));

        assertEquals(MessageState.COMPLETE, reply.state());
        assertEquals("ok", store.message(reply.id()).orElseThrow().text());
        assertTrue(
                events.stream()
                        .anyMatch(e ->
                                e instanceof StoreTroubled t
                                        && t.reason() == StoreException.Cause.DISK_FULL));
    }

    @Test
    void halves_of_a_surrogate_pair_in_two_pieces_become_one_character() throws Exception {
        model.answers("\uD83D", "\uDE00", "\uD83D");

        assertEquals("\uD83D\uDE00\uFFFD", end(engine.send(typed("hello"))).text());
    }

    @Test
    void replies_left_over_by_a_program_that_ended_are_interrupted_and_can_be_retried()
            throws Exception {
        Conversation chat = store.create(ConversationOptions.DEFAULT, Clock.systemUTC().instant());
        var received = store.receive(typed(chat, "hello"), true, Clock.systemUTC().instant());
        MessageId left = Objects.requireNonNull(received.reply()).id();
        store.checkpoint(left, "half", "");

        assertEquals(1, engine.recover());

        Message reply = store.message(left).orElseThrow();
        assertEquals(MessageState.INTERRUPTED, reply.state());
        assertEquals("half", reply.text());
        assertEquals(MessageState.COMPLETE, end(engine.regenerate(left).orElseThrow()).state());
    }
}
