package app.prosa.storage;

import static app.prosa.storage.ChannelContract.ANSWER;
import static app.prosa.storage.ChannelContract.ME;
import static app.prosa.storage.ChannelContract.NOW;
import static app.prosa.storage.ChannelContract.QUIET;
import static app.prosa.storage.ChannelContract.arrival;
import static app.prosa.storage.ChannelContract.telegram;
import static app.prosa.storage.ChannelContract.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Arrival.Wish;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is done without the tables: here there are none. */
@Timeout(60)
class ChannelFrontTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");
    private Ahead ahead;
    private Front chats;
    private ChannelFront front;
    private int named;

    @BeforeEach
    void open() throws Exception {
        ahead = new Ahead(new Journal(dir), new Busy());
        Entrance entrance = new Entrance(ahead, new Numbering.InMemory());
        chats = new JournalFront(ahead, entrance);
        front = new JournalChannelFront(ahead, entrance);
        ahead.seenAll();
    }

    @AfterEach
    void close() {
        ahead.close();
    }

    private Optional<Arrived> write(String user, Standing newcomer, Wish wish) {
        String name = "name " + named++;
        return front.accept(
                arrival(telegram(user, "text of " + name, name), newcomer, wish, NOON), null, NOON);
    }

    private Arrived write(String user, Wish wish) {
        return write(user, Standing.ADMITTED, wish).orElseThrow();
    }

    private static ConversationId id(Arrived arrived) {
        return arrived.received().conversation().id();
    }

    @Test
    void somebody_new_writes_and_writes_more() {
        assertTrue(front.isNew(telegram("ana", "Oi", "other name")));
        Arrived first = write("ana", ANSWER);
        assertFalse(front.isNew(telegram("ana", "Oi", "other name")));
        Arrived second = write("ana", ANSWER);
        assertTrue(first.first());
        assertFalse(second.first());
        assertEquals(1, second.received().message().position());
        assertEquals(NOON.plus(QUIET), second.due());
        assertEquals(second.correspondent(), front.find(id(first)).orElseThrow());
        assertEquals(2, chats.find(id(first)).orElseThrow().size());
        assertTrue(front.isWithoutMedia(id(first)));
    }

    @Test
    void a_turn_is_begun_when_its_time_has_come_and_only_once() {
        Arrived asked = write("ana", ANSWER);
        ConversationId ana = id(asked);
        Instant due = NOON.plus(QUIET);
        Instant until = NOON.plusSeconds(60);
        assertEquals(Optional.of(new NotYet(due)), front.open(ana, ME, until, NOON));
        Opened opened = (Opened) front.open(ana, ME, until, due).orElseThrow();
        assertEquals(asked.received().message().id(), opened.reply().parentId());
        assertEquals(MessageState.STREAMING, opened.reply().state());
        assertEquals(Optional.empty(), front.open(ana, ME, until, due));
    }

    @Test
    void what_comes_while_the_answer_is_written_is_due_after_it() {
        ConversationId ana = id(write("ana", NOW));
        assertTrue(front.open(ana, ME, NOON.plusSeconds(60), NOON).isPresent());
        Arrived more = write("ana", NOW);
        assertEquals(2, more.received().message().position());
        assertEquals(NOON, more.due());
    }

    @Test
    void whoever_is_not_let_in_waits_and_their_turn_is_left_to_the_tables() {
        Arrived asked = write("ana", Standing.WAITING, NOW).orElseThrow();
        assertEquals(1, asked.correspondent().held());
        assertEquals(Optional.empty(), Optional.ofNullable(asked.due()));
        assertEquals(Optional.empty(), front.open(id(asked), ME, NOON.plusSeconds(60), NOON));
    }

    @Test
    void a_repeat_is_known_by_the_message_that_it_repeats() {
        Arrived first = write("ana", ANSWER);
        write("ana", ANSWER);
        Message before = first.received().message();
        Arrived again =
                front.accept(
                                arrival(
                                        telegram("ana", "changed", "name 0"),
                                        Standing.ADMITTED,
                                        ANSWER,
                                        NOON),
                                before,
                                NOON)
                        .orElseThrow();
        assertTrue(again.received().repeat());
        assertEquals(before, again.received().message());
        assertEquals(2, again.received().conversation().size());
    }

    /** Whether it is a repeat, or what else there is to fetch, only the tables know. */
    @Test
    void what_is_not_surely_known_is_left_to_the_tables() {
        write("ana", ANSWER);
        var repeat = arrival(telegram("ana", "text", "name 0"), Standing.ADMITTED, ANSWER, NOON);
        assertEquals(Optional.empty(), front.accept(repeat, null, NOON));
        var photo = arrival(telegram("bia", "text", "photo"), Standing.ADMITTED, ANSWER, NOON);
        var media = List.of(new MediaRef("photo", "reference", "", "image/jpeg", 3L));
        assertEquals(Optional.empty(), front.accept(with(photo, media), null, NOON));
        assertEquals(Optional.empty(), front.find(ConversationId.next()));
        assertFalse(front.isWithoutMedia(ConversationId.next()));
    }

    @Test
    void a_conversation_that_was_touched_is_not_known_any_more() {
        ConversationId ana = id(write("ana", NOW));
        ahead.inside(() -> ahead.correspondences().drop(1));
        assertEquals(Optional.empty(), front.find(ana));
        assertEquals(Optional.empty(), write("ana", Standing.ADMITTED, NOW));
    }

    /** Such as while much is being deleted. */
    @Test
    void whoever_asks_while_the_tables_are_changed_asks_the_tables() throws Exception {
        ConversationId id = id(write("ana", ANSWER));
        ahead.take();
        ahead.done();
        assertTrue(front.find(id).isPresent());
        Optional<?> meanwhile =
                ahead.exclusively(() -> CompletableFuture.supplyAsync(() -> front.find(id)).join());
        assertEquals(Optional.empty(), meanwhile);
    }
}
