package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.DueTurns.Due;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Nothing;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueTurnsTest extends ChannelContract {
    private static final String OTHER = "program 2";

    private ConversationId ana = ConversationId.NONE;

    @BeforeEach
    void somebodyAsks() {
        ana = id(receive("ana", "question", NOW, NOON));
    }

    private void nothing() {
        assertEquals(new Nothing(), turns.open(ana, ME, THEN, NOON.plusSeconds(20)));
        assertEquals(Optional.empty(), next());
        assertEquals(List.of(), goesOut());
    }

    // When

    @Test
    void an_answer_waits_for_quiet_but_not_longer_than_the_first_message_may() {
        Answer wish = new Answer(QUIET, LONGEST, 100);
        Instant at = NOON.plusSeconds(100);
        for (int i = 0; i < 30; i++) {
            Instant due = receive("bia", "message " + i, wish, at).due();
            Instant longest = NOON.plusSeconds(100).plus(LONGEST);
            assertEquals(at.plus(QUIET).isBefore(longest) ? at.plus(QUIET) : longest, due);
            at = at.plusMillis(270);
        }
    }

    @Test
    void with_so_many_messages_nothing_is_waited_for() {
        Answer wish = new Answer(QUIET, LONGEST, 3);
        assertEquals(NOON.plus(QUIET), receive("bia", "1", wish, NOON).due());
        assertEquals(NOON.plus(QUIET), receive("bia", "2", wish, NOON).due());
        assertEquals(NOON.plusMillis(5), receive("bia", "3", wish, NOON.plusMillis(5)).due());
    }

    @Test
    void the_earliest_come_first_whether_their_time_has_come_or_not() {
        ConversationId bia = id(receive("bia", "hi", ANSWER, NOON.plusSeconds(9)));
        ConversationId cid = id(receive("cid", "hi", ANSWER, NOON.plusSeconds(3)));
        assertEquals(
                List.of(
                        new Due(ana, NOON, 0),
                        new Due(cid, NOON.plusSeconds(3).plus(QUIET), 0),
                        new Due(bia, NOON.plusSeconds(9).plus(QUIET), 0)),
                turns.earliest(10));
        assertEquals(2, turns.earliest(2).size());
    }

    @Test
    void nobody_begins_before_the_time_or_while_another_one_is_at_it() {
        ConversationId bia = id(receive("bia", "hi", ANSWER, NOON));
        assertEquals(new NotYet(NOON.plus(QUIET)), turns.open(bia, ME, THEN, NOON));
        opened(turns.open(ana, OTHER, THEN, NOON));
        assertEquals(new NotYet(THEN), turns.open(ana, ME, THEN, NOON.plusSeconds(59)));
        assertEquals(new Due(ana, THEN, 0), turns.earliest(9).getLast());
    }

    @Test
    void whoever_is_writing_does_not_begin_a_second_time() {
        opened(ana, NOON);
        assertEquals(new NotYet(THEN), turns.open(ana, ME, THEN.plusSeconds(9), NOON));
    }

    @Test
    void the_owner_needs_longer() {
        opened(ana, NOON);
        assertTrue(turns.extend(ana, ME, THEN.plusSeconds(30)));
        assertFalse(turns.extend(ana, OTHER, THEN.plusSeconds(90)));
        assertEquals(
                new NotYet(THEN.plusSeconds(30)),
                turns.open(ana, OTHER, THEN, THEN.plusSeconds(9)));
        assertFalse(turns.extend(ConversationId.next(), ME, THEN));
    }

    // What

    @Test
    void a_reply_begins_at_the_end_of_the_path() {
        Opened opened = (Opened) turns.open(ana, ME, THEN, NOON);
        assertEquals(0, opened.tries());
        assertEquals(Optional.of(opened.conversation()), store.find(ana));
        assertEquals(List.of("question", ""), shown(ana));
        assertEquals(MessageState.STREAMING, opened.reply().state());
        assertEquals(
                List.of("question"),
                store.context(opened.reply().id(), 9).stream().map(Message::text).toList());
    }

    @Test
    void nothing_is_answered_where_nothing_is_due() {
        assertEquals(new Nothing(), turns.open(ConversationId.next(), ME, THEN, NOON));
        ConversationId bia = id(receive("bia", "hi", new Keep(), NOON));
        assertEquals(new Nothing(), turns.open(bia, ME, THEN, NOON));
        assertEquals(1, store.find(bia).orElseThrow().size());
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void whoever_takes_over_ends_what_was_due(Mode mode) {
        store.setMode(ana, mode);
        assertEquals(Optional.empty(), next());
        store.setMode(ana, Mode.AUTO);
        nothing();
    }

    @Test
    void nobody_answers_whom_one_may_not_write_to() {
        correspondents.setReachable(address("ana"), false);
        nothing();
    }

    @Test
    void what_the_operator_answered_needs_no_answer() {
        store.append(ana, Author.OPERATOR, "I do it", NOON);
        assertEquals(new Nothing(), turns.open(ana, ME, THEN, NOON));
        assertEquals(Optional.empty(), next());
    }

    @Test
    void a_note_is_no_answer() {
        outbox.say(ana, "One moment", NOON);
        assertEquals("", opened(ana, NOON).text());
        assertEquals(List.of("question", "One moment", ""), shown(ana));
    }

    @Test
    void a_question_that_was_taken_out_is_not_answered() {
        store.deleteMessage(store.path(ana, 0, 1).getFirst().id(), true);
        nothing();
    }

    // To its end

    @Test
    void what_is_written_goes_out_once() {
        complete(opened(ana, NOON), "answer");
        assertTrue(turns.close(ana, ME, NOON));
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(new Nothing(), turns.open(ana, ME, THEN, NOON));
        assertEquals(List.of("answer"), goesOut());
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"STREAMING", "COMPLETE"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_came_to_no_good_end_does_not_go_out(MessageState state) {
        end(opened(ana, NOON), state, "half");
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(Optional.empty(), next());
        assertEquals(List.of(), goesOut());
    }

    @Test
    void an_empty_answer_does_not_go_out() {
        complete(opened(ana, NOON), " \n");
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(Optional.empty(), next());
        assertEquals(List.of(), goesOut());
    }

    @Test
    void an_answer_that_the_operator_took_out_does_not_go_out() {
        Message reply = complete(opened(ana, NOON), "answer");
        store.deleteMessage(reply.id(), true);
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(List.of(), goesOut());
    }

    @Test
    void whoever_took_over_while_it_was_written_wins() {
        complete(opened(ana, NOON), "answer");
        store.setMode(ana, Mode.HUMAN);
        store.setMode(ana, Mode.AUTO);
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(List.of(), goesOut());
    }

    @Test
    void whoever_asked_for_silence_while_it_was_written_gets_nothing() {
        complete(opened(ana, NOON), "answer");
        correspondents.setOptedOut(ana, true);
        correspondents.setOptedOut(ana, false);
        assertFalse(turns.close(ana, ME, NOON));
        assertEquals(List.of(), goesOut());
    }

    @Test
    void what_is_still_being_written_stays_due() {
        opened(ana, NOON);
        assertFalse(turns.close(ana, ME, NOON));
        Opened again = (Opened) turns.open(ana, OTHER, THEN, NOON);
        assertEquals(2, again.reply().version());
        assertEquals(1, again.tries());
    }

    @Test
    void only_its_owner_ends_a_turn() {
        complete(opened(ana, NOON), "answer");
        assertFalse(turns.close(ana, OTHER, NOON));
        turns.retry(ana, OTHER, NOON);
        assertTrue(turns.close(ana, ME, NOON));
    }

    // Newer messages

    @Test
    void what_comes_while_an_answer_is_written_is_answered_after_it() {
        Message first = opened(ana, NOON);
        Instant at = NOON.plusSeconds(2);
        receive("ana", "more", ANSWER, at);
        receive("ana", "and more", ANSWER, at.plusMillis(100));
        assertEquals(Optional.of(THEN), next());
        complete(first, "one");
        assertTrue(turns.close(ana, ME, at.plusMillis(200)));
        assertEquals(Optional.of(at.plusMillis(100).plus(QUIET)), next());

        complete(opened(ana, at.plusSeconds(5)), "two");
        assertEquals(List.of("question", "one", "more", "and more", "two"), shown(ana));
        assertTrue(turns.close(ana, ME, at.plusSeconds(6)));
        assertEquals(List.of("one", "two"), goesOut());
        assertEquals(Optional.empty(), next());
    }

    @Test
    void what_comes_while_it_is_written_waits_no_longer_than_the_first_of_it_may() {
        opened(ana, NOON);
        receive("ana", "more", new Answer(QUIET, QUIET.plusMillis(100), 99), NOON.plusSeconds(2));
        Instant due =
                receive(
                                "ana",
                                "more",
                                new Answer(QUIET, QUIET.plusMillis(100), 99),
                                NOON.plusSeconds(2).plusMillis(500))
                        .due();
        assertEquals(NOON.plusSeconds(2).plus(QUIET).plusMillis(100), due);
    }

    @Test
    void after_a_reply_that_failed_what_is_newer_gets_a_reply_of_its_own() {
        end(opened(ana, NOON), MessageState.FAILED, "");
        turns.retry(ana, ME, NOON.plusSeconds(9));
        receive("ana", "more", NOW, NOON.plusSeconds(1));
        Opened next = (Opened) turns.open(ana, ME, THEN, NOON.plusSeconds(1));
        assertEquals(0, next.tries());
        assertEquals(3, next.reply().position());
        turns.retry(ana, ME, NOON.plusSeconds(9));
    }

    @Test
    void a_reply_that_was_stopped_is_not_written_again_unless_more_has_come() {
        end(opened(ana, NOON), MessageState.STOPPED, "half");
        receive("ana", "more", NOW, NOON);
        turns.close(ana, ME, NOON);
        end(opened(ana, NOON), MessageState.STOPPED, "half");
        turns.retry(ana, ME, NOON);
        nothing();
    }

    @Test
    void nothing_of_a_turn_is_left_in_the_trash() {
        Message reply = opened(ana, NOON);
        store.trash(List.of(ana), NOON);
        assertEquals(Optional.empty(), next());
        complete(reply, "answer");
        assertFalse(turns.close(ana, ME, NOON));
        store.restore(List.of(ana));
        nothing();
    }

    @Test
    void an_answer_goes_to_where_they_wrote_last() {
        Message reply = opened(ana, NOON);
        correspondents.move(address("ana"), "other chat");
        complete(reply, "answer");
        turns.close(ana, ME, NOON);
        Part part = outbox.ready(ACCOUNT, NOON, 1).getFirst();
        assertEquals("other chat", part.address().chatId());
        assertNotEquals(0, part.id());
    }

    @Test
    void held_messages_stay_held_when_there_is_nothing_to_answer() {
        ConversationId eve = id(receive("eve", "hi", Standing.WAITING, ANSWER, NOON));
        assertEquals(new Nothing(), turns.open(eve, ME, THEN, THEN));
        assertEquals(1, correspondents.find(eve).orElseThrow().held());
    }

    @Test
    void what_is_let_in_while_a_reply_is_written_is_answered_after_it() {
        Message reply = opened(ana, NOON);
        MessageId id = reply.id();
        receive(
                "ana",
                "came late",
                Standing.ADMITTED,
                new app.prosa.conversation.delivery.Arrival.Hold(),
                NOON);
        correspondents.release(ana, true, NOON.plusSeconds(1));
        complete(reply, "one");
        turns.close(ana, ME, NOON.plusSeconds(2));
        assertEquals(Optional.of(NOON.plusSeconds(1)), next());
        assertNotEquals(id, opened(ana, NOON.plusSeconds(2)).id());
    }
}
