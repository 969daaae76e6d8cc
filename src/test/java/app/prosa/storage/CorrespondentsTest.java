package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrespondentsTest extends ChannelContract {
    private Correspondent now(ConversationId id) {
        return correspondents.find(id).orElseThrow();
    }

    @Test
    void a_repeat_changes_nothing_and_says_what_was_stored() {
        Arrival arrival =
                arrival(telegram("ana", "one", "m1"), Standing.ADMITTED, new Hold(), NOON);
        Arrived first = correspondents.receive(arrival, NOON);
        Arrived again = correspondents.receive(arrival, NOON.plusSeconds(5));

        assertFalse(first.received().repeat());
        assertTrue(again.received().repeat());
        assertEquals(first.received().message(), again.received().message());
        assertNull(again.received().reply());
        assertFalse(again.first());
        assertEquals(first.correspondent(), again.correspondent());
        assertEquals(1, again.correspondent().held());
        assertEquals(new Counts(1, 1, 0), store.counts());
    }

    @Test
    void when_somebody_wrote_last_is_known_of_each_account() {
        assertEquals(Optional.empty(), correspondents.lastHeard(ACCOUNT));
        receive("ana", "hi", Standing.ADMITTED, ANSWER, NOON.plusSeconds(60));
        receive("bia", "hi", Standing.WAITING, ANSWER, NOON);
        assertEquals(Optional.of(NOON.plusSeconds(60)), correspondents.lastHeard(ACCOUNT));
        receive("bia", "hi again", Standing.WAITING, ANSWER, NOON.plusSeconds(90));
        assertEquals(Optional.of(NOON.plusSeconds(90)), correspondents.lastHeard(ACCOUNT));
        assertEquals(Optional.empty(), correspondents.lastHeard("telegram:2"));
    }

    @Test
    void an_open_door_lets_in_who_waits_at_it_and_answers_nobody() {
        ConversationId ana = id(receive("ana", "hi", Standing.WAITING, ANSWER, NOON));
        ConversationId bia = id(receive("bia", "hi", Standing.WAITING, ANSWER, NOON));
        ConversationId cid = id(receive("cid", "hi", Standing.WAITING, ANSWER, NOON));
        correspondents.setStanding(cid, Standing.BARRED, NOON);
        store.trash(List.of(bia), NOON);
        assertEquals(List.of(), correspondents.openDoor("telegram:2"));
        List<Correspondent> letIn = correspondents.openDoor(ACCOUNT);
        assertEquals(List.of(now(ana)), letIn);
        assertEquals(Standing.ADMITTED, now(ana).standing());
        assertEquals(1, now(ana).held());
        assertEquals(Standing.WAITING, now(bia).standing());
        assertEquals(Standing.BARRED, now(cid).standing());
        assertEquals(Optional.empty(), next());
        assertEquals(List.of(now(ana)), correspondents.waiting(10));
        correspondents.release(ana, true, NOON);
        assertEquals(Optional.of(NOON), next());
    }

    @Test
    void it_is_known_when_somebody_wrote_last() {
        ConversationId ana = id(receive("ana", "one", NOW, NOON));
        complete(opened(ana, NOON), "answer");
        receive("ana", "two", NOW, NOON.plusSeconds(5));
        receive("ana", "three", new Keep(), NOON.plusSeconds(9));
        receive("bia", "one", NOW, NOON.plusSeconds(9));
        Address from = address("ana");
        assertEquals(
                List.of(NOON.plusSeconds(9), NOON.plusSeconds(5), NOON),
                correspondents.wrote(from, NOON, 10));
        assertEquals(
                List.of(NOON.plusSeconds(9)), correspondents.wrote(from, NOON.plusSeconds(6), 10));
        assertEquals(List.of(NOON.plusSeconds(9)), correspondents.wrote(from, NOON, 1));
        assertEquals(List.of(), correspondents.wrote(address("cid"), NOON, 10));
    }

    @Test
    void a_repeat_says_when_its_answer_is_due() {
        Arrival arrival = arrival(telegram("ana", "one", "m1"), Standing.ADMITTED, ANSWER, NOON);
        Arrived first = correspondents.receive(arrival, NOON);
        assertEquals(first.due(), correspondents.receive(arrival, NOON.plusSeconds(5)).due());
        assertEquals(first.due(), next().orElseThrow());
    }

    @Test
    void a_repeat_of_what_did_not_come_by_a_channel_makes_nobody_known() {
        store.receive(telegram("ana", "one", "m1"), true, NOON);
        Arrived again =
                correspondents.receive(
                        arrival(telegram("ana", "one", "m1"), Standing.ADMITTED, ANSWER, NOON),
                        NOON);
        assertTrue(again.received().repeat());
        assertNull(again.due());
        assertEquals(Optional.empty(), correspondents.find(id(again)));
    }

    @Test
    void only_what_is_wished_is_due() {
        assertNull(receive("ana", "one", new Keep(), NOON).due());
        Arrived held = receive("ana", "two", new Hold(), NOON);
        assertNull(held.due());
        assertEquals(1, held.correspondent().held());
        assertEquals(Optional.empty(), next());
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void nothing_is_due_where_the_model_does_not_answer(Mode mode) {
        ConversationId id = id(receive("ana", "one", new Keep(), NOON));
        store.setMode(id, mode);
        Arrived arrived = receive("ana", "two", ANSWER, NOON);
        assertNull(arrived.due());
        assertEquals(0, arrived.correspondent().held());
    }

    @Test
    void somebody_who_waits_is_not_answered_and_their_messages_are_held() {
        Arrived one = receive("eve", "one", Standing.WAITING, ANSWER, NOON);
        Arrived two = receive("eve", "two", Standing.ADMITTED, new Keep(), NOON.plusSeconds(1));
        assertNull(one.due());
        assertEquals(Standing.WAITING, two.correspondent().standing());
        assertEquals(2, two.correspondent().held());
        assertEquals(List.of(two.correspondent()), correspondents.waiting(10));
    }

    @Test
    void somebody_barred_is_neither_answered_nor_waits() {
        ConversationId id = id(receive("eve", "one", Standing.WAITING, ANSWER, NOON));
        assertEquals(0, correspondents.setStanding(id, Standing.BARRED, NOON).orElseThrow().held());
        Arrived more = receive("eve", "two", Standing.ADMITTED, new Hold(), NOON);
        assertNull(more.due());
        assertEquals(0, more.correspondent().held());
        assertEquals(List.of(), correspondents.waiting(10));
    }

    @Test
    void those_who_wait_come_latest_first_and_not_from_the_trash() {
        receive("ana", "hi", new Keep(), NOON);
        ConversationId held = id(receive("bia", "hi", new Hold(), NOON.plusSeconds(1)));
        ConversationId late =
                id(receive("eve", "hi", Standing.WAITING, ANSWER, NOON.plusSeconds(3)));
        ConversationId gone =
                id(receive("gil", "hi", Standing.WAITING, ANSWER, NOON.plusSeconds(2)));
        store.trash(List.of(gone), NOON);
        assertEquals(
                List.of(late, held),
                correspondents.waiting(10).stream().map(Correspondent::conversation).toList());
        assertEquals(1, correspondents.waiting(1).size());
    }

    @Test
    void whoever_is_let_in_is_answered_at_once() {
        ConversationId id = id(receive("eve", "one", Standing.WAITING, ANSWER, NOON));
        Instant later = NOON.plusSeconds(500);
        Correspondent admitted =
                correspondents.setStanding(id, Standing.ADMITTED, later).orElseThrow();
        assertEquals(0, admitted.held());
        assertTrue(admitted.mayBeWrittenTo());
        assertEquals(Optional.of(later), next());
        assertEquals(List.of(), correspondents.waiting(10));
        assertEquals("", opened(id, later).text());
    }

    @Test
    void whoever_is_let_in_while_a_person_answers_still_waits_for_a_word() {
        ConversationId id = id(receive("eve", "one", Standing.WAITING, ANSWER, NOON));
        store.setMode(id, Mode.HUMAN);
        assertEquals(
                1, correspondents.setStanding(id, Standing.ADMITTED, NOON).orElseThrow().held());
        assertEquals(Optional.empty(), next());
        assertEquals(0, correspondents.release(id, true, NOON).orElseThrow().held());
        assertEquals(Optional.empty(), next());
    }

    @Test
    void what_was_held_is_answered_or_only_kept() {
        ConversationId ana = id(receive("ana", "one", new Hold(), NOON));
        ConversationId bia = id(receive("bia", "one", new Hold(), NOON));
        assertEquals(0, correspondents.release(ana, true, NOON).orElseThrow().held());
        assertEquals(0, correspondents.release(bia, false, NOON).orElseThrow().held());
        assertEquals(
                List.of(ana), turns.earliest(10).stream().map(due -> due.conversation()).toList());
        assertEquals(List.of(), correspondents.waiting(10));
    }

    @Test
    void what_was_held_of_somebody_unknown_is_not_released() {
        ConversationId eve = id(receive("eve", "one", Standing.WAITING, ANSWER, NOON));
        assertEquals(1, correspondents.release(eve, true, NOON).orElseThrow().held());
        assertEquals(Optional.empty(), next());
    }

    @Test
    void nothing_held_makes_nothing_due() {
        ConversationId id = id(receive("ana", "one", new Keep(), NOON));
        correspondents.release(id, true, NOON);
        correspondents.setStanding(id, Standing.ADMITTED, NOON);
        assertEquals(Optional.empty(), next());
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "ADMITTED", mode = EnumSource.Mode.EXCLUDE)
    void whoever_is_kept_away_gets_nothing_more(Standing standing) {
        Part part = answered("ana", "answer", NOON);
        receive("ana", "more", ANSWER, NOON);
        correspondents.setStanding(part.conversation(), standing, NOON);
        assertEquals(Optional.empty(), next());
        assertEquals(Trouble.NOT_ADMITTED, part(part.id()).trouble());
        assertEquals(DeliveryState.FAILED, part(part.id()).state());
        assertEquals(List.of(), ready(NOON));
    }

    @Test
    void with_silence_everything_on_its_way_fails_and_nothing_is_due() {
        List<Part> parts = answered("ana", "answer", 3, NOON);
        ConversationId id = parts.getFirst().conversation();
        receive("ana", "more", ANSWER, NOON);
        assertTrue(correspondents.setOptedOut(id, true).orElseThrow().optedOut());
        for (Part part : parts(parts.getFirst().message())) {
            assertEquals(DeliveryState.FAILED, part.state());
            assertEquals(Trouble.OPTED_OUT, part.trouble());
        }
        assertEquals(Optional.empty(), next());
        assertEquals(Optional.empty(), outbox.next(ACCOUNT));
        assertNull(receive("ana", "and more", ANSWER, NOON).due());

        correspondents.setOptedOut(id, false);
        assertEquals(NOON.plus(QUIET), receive("ana", "again", ANSWER, NOON).due());
    }

    @Test
    void whoever_cannot_be_reached_gets_nothing_until_they_write() {
        Part part = answered("ana", "answer", NOON);
        Address address = address("ana");
        assertFalse(correspondents.setReachable(address, false).orElseThrow().reachable());
        assertEquals(Trouble.BLOCKED, part(part.id()).trouble());
        assertFalse(now(part.conversation()).mayBeWrittenTo());
        Arrived back = receive("ana", "I am back", ANSWER, NOON);
        assertTrue(back.correspondent().reachable());
        assertEquals(NOON.plus(QUIET), back.due());
    }

    @Test
    void what_they_wrote_last_says_who_and_where_they_are() {
        receive("ana", "one", new Keep(), NOON);
        Address other = new Address("telegram:2", "chat 9", true);
        Arrival moved =
                new Arrival(
                        telegram("ana", "two", "m2"),
                        other,
                        "Ana\u0000 Maria",
                        "",
                        NOON.plusSeconds(9),
                        List.of(),
                        Standing.WAITING,
                        new Keep());
        Correspondent now = correspondents.receive(moved, NOON).correspondent();
        assertEquals(other, now.address());
        assertEquals("Ana Maria", now.name());
        assertEquals("@ana", now.handle());
        assertEquals(Standing.ADMITTED, now.standing());
        assertEquals(NOON.plusSeconds(9), now.heardAt());
        assertEquals(Optional.of(now), correspondents.find(other));
        assertEquals(Optional.empty(), correspondents.find(address("ana")));

        receive("ana", "written before", new Keep(), NOON.plusSeconds(3));
        assertEquals(now, now(now.conversation()));
    }

    @Test
    void a_chat_moves_with_what_is_on_its_way_but_not_with_what_went_out() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        sent(parts.getFirst(), "77", NOON);
        Correspondent moved = correspondents.move(address("ana"), "super").orElseThrow();
        assertEquals(new Address(ACCOUNT, "super", false), moved.address());
        assertEquals(address("ana"), part(parts.getFirst().id()).address());
        assertEquals(moved.address(), outbox.ready(ACCOUNT, NOON, 9).getFirst().address());
        assertEquals(Optional.empty(), correspondents.move(address("ana"), "elsewhere"));
    }

    @Test
    void nobody_is_found_where_nobody_is() {
        ConversationId nobody = ConversationId.next();
        ConversationId own = ownChat().id();
        for (ConversationId id : List.of(nobody, own)) {
            assertEquals(Optional.empty(), correspondents.find(id));
            assertEquals(Optional.empty(), correspondents.setStanding(id, Standing.ADMITTED, NOON));
            assertEquals(Optional.empty(), correspondents.release(id, true, NOON));
            assertEquals(Optional.empty(), correspondents.setOptedOut(id, true));
            assertEquals(List.of(), correspondents.pendingMedia(id));
        }
        assertEquals(Optional.empty(), correspondents.setReachable(address("ana"), false));
        assertEquals(Optional.empty(), correspondents.amend(ChannelKind.TELEGRAM, "m1", "x"));
    }

    @Test
    void a_trashed_conversation_comes_back_and_its_answer_is_due() {
        ConversationId id = id(receive("ana", "one", ANSWER, NOON));
        store.trash(List.of(id), NOON);
        assertEquals(Optional.empty(), next());
        Arrived back = receive("ana", "two", ANSWER, NOON);
        assertEquals(id, id(back));
        assertNull(back.received().conversation().trashedAt());
        assertEquals(Optional.of(NOON.plus(QUIET)), next());
    }

    @Test
    void nothing_is_left_of_a_conversation_that_is_erased() {
        Part part = answered("ana", "answer", NOON);
        ConversationId id = part.conversation();
        receive("ana", "more", ANSWER, NOON);
        store.erase(id);
        assertEquals(Optional.empty(), correspondents.find(id));
        assertEquals(Optional.empty(), correspondents.find(address("ana")));
        assertEquals(Optional.empty(), next());
        assertEquals(List.of(), parts(part.message()));
        assertEquals(Optional.empty(), outbox.begin(part.id(), NOON));
        assertTrue(receive("ana", "new", ANSWER, NOON).first());
    }

    @Test
    void nothing_is_left_of_what_went_from_the_trash() {
        Part part = answered("ana", "answer", NOON);
        store.trash(List.of(part.conversation()), NOON);
        store.purge(NOON.plusSeconds(1));
        assertEquals(Optional.empty(), correspondents.find(address("ana")));
        assertEquals(List.of(), parts(part.message()));
    }
}
