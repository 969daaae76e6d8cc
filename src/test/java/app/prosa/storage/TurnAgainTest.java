package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.DueTurns.Hopeless;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Nothing;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that came to no good end, or whose program did. */
class TurnAgainTest extends ChannelContract {
    private static final String OTHER = "program 2";

    private ConversationId ana = ConversationId.NONE;

    @BeforeEach
    void somebodyAsks() {
        ana = id(receive("ana", "question", NOW, NOON));
    }

    @Test
    void a_reply_that_failed_is_tried_again_as_another_version() {
        Message failed = end(opened(ana, NOON), MessageState.FAILED, "");
        turns.retry(ana, ME, NOON.plusSeconds(5));
        assertEquals(Optional.of(NOON.plusSeconds(5)), next());
        assertEquals(
                new NotYet(NOON.plusSeconds(5)), turns.open(ana, ME, THEN, NOON.plusSeconds(4)));
        Opened again = (Opened) turns.open(ana, OTHER, THEN, NOON.plusSeconds(5));
        assertEquals(1, again.tries());
        assertEquals(failed.position(), again.reply().position());
        assertEquals(2, again.reply().version());
        end(again.reply(), MessageState.INTERRUPTED, "hal");
        turns.retry(ana, OTHER, NOON.plusSeconds(9));
        complete(opened(ana, NOON.plusSeconds(9)), "at last");
        assertTrue(turns.close(ana, ME, NOON.plusSeconds(9)));
        assertEquals(List.of("question", "at last"), shown(ana));
        assertEquals(List.of("at last"), goesOut());
    }

    @Test
    void a_note_after_a_reply_that_failed_stays_where_it_is() {
        end(opened(ana, NOON), MessageState.FAILED, "");
        outbox.say(ana, "It takes a while", NOON);
        turns.retry(ana, ME, NOON);
        Opened again = (Opened) turns.open(ana, ME, THEN, NOON);
        assertEquals(List.of("question", "", "It takes a while", ""), shown(ana));
        end(again.reply(), MessageState.FAILED, "");
        turns.retry(ana, ME, NOON);
    }

    @Test
    void what_a_dead_program_was_writing_is_interrupted_and_written_again() {
        Message left = opened(turns.open(ana, OTHER, THEN, NOON));
        store.checkpoint(left.id(), "so f", "");
        Opened again = (Opened) turns.open(ana, ME, THEN.plusSeconds(60), THEN);
        assertEquals(MessageState.INTERRUPTED, store.message(left.id()).orElseThrow().state());
        assertEquals("so f", store.message(left.id()).orElseThrow().text());
        assertEquals(1, again.tries());

        // It was only slow.
        assertEquals("so f", complete(left, "too late").text());
        assertFalse(turns.close(ana, OTHER, THEN));
        complete(again.reply(), "answer");
        assertTrue(turns.close(ana, ME, THEN));
        assertEquals(List.of("answer"), goesOut());
    }

    /** It may be what ended them. */
    @Test
    void what_ended_with_five_programs_is_not_begun_again() {
        Instant at = NOON;
        for (int program = 0; program < DueTurns.MOST_OPENINGS; program++) {
            Opened begun = (Opened) turns.open(ana, "program " + program, at, at);
            assertEquals(program, begun.tries());
            assertEquals(program, turns.earliest(1).getFirst().tries());
        }
        Message last = ((Hopeless) turns.open(ana, ME, THEN, at)).reply();
        assertEquals(MessageState.INTERRUPTED, last.state());
        assertEquals(Failure.of(Failure.Kind.PROGRAM_ENDED), last.failure());
        assertFalse(turns.close(ana, ME, at));
        assertEquals(Optional.empty(), next());
        receive("ana", "Still there?", NOW, at);
        assertEquals(0, ((Opened) turns.open(ana, ME, THEN, at)).tries());
    }

    @Test
    void what_came_while_nothing_helped_is_answered_by_itself() {
        for (int program = 0; program < DueTurns.MOST_OPENINGS; program++) {
            turns.open(ana, "program " + program, NOON, NOON);
        }
        assertTrue(turns.open(ana, ME, THEN, NOON) instanceof Hopeless);
        receive("ana", "Still there?", NOW, NOON);
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(0, ((Opened) turns.open(ana, ME, THEN, NOON)).tries());
    }

    @Test
    void what_a_dead_program_had_written_only_has_to_go_out() {
        Message reply = opened(turns.open(ana, OTHER, THEN, NOON));
        Message written = complete(reply, "answer");
        assertEquals(new Written(written), turns.open(ana, ME, THEN.plusSeconds(60), THEN));
        assertFalse(turns.close(ana, OTHER, THEN));
        assertTrue(turns.close(ana, ME, THEN));
        assertEquals(List.of("answer"), goesOut());
    }

    @Test
    void ones_own_reply_that_is_written_can_go_out_at_any_time() {
        Message written = complete(opened(ana, NOON), "answer");
        assertEquals(new Written(written), turns.open(ana, ME, THEN, NOON));
        assertEquals(new NotYet(THEN), turns.open(ana, OTHER, THEN, NOON));
    }

    @Test
    void what_a_dead_program_had_begun_is_ended_even_if_nobody_answers_any_more() {
        Message left = opened(turns.open(ana, OTHER, THEN, NOON));
        correspondents.setReachable(address("ana"), false);
        assertEquals(new Nothing(), turns.open(ana, ME, THEN.plusSeconds(60), THEN));
        assertEquals(MessageState.INTERRUPTED, store.message(left.id()).orElseThrow().state());
    }

    @Test
    void the_version_that_the_operator_asked_for_is_the_answer() {
        Message failed = end(opened(ana, NOON), MessageState.FAILED, "");
        turns.retry(ana, ME, NOON);
        Message better = store.openVersion(failed.id(), NOON).orElseThrow();
        NotYet writing = (NotYet) turns.open(ana, ME, THEN, NOON);
        assertTrue(writing.at().isAfter(NOON));
        Message written = complete(better, "better");
        assertEquals(new Written(written), turns.open(ana, ME, THEN, writing.at()));
        assertTrue(turns.close(ana, ME, NOON));
        assertEquals(List.of("better"), goesOut());
    }
}
