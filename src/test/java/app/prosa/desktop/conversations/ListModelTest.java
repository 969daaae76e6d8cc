package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.conversations.ListModel.State;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the list shows, without a window. */
class ListModelTest extends ListInMemory {
    @Test
    void groups_stand_under_their_headers_in_order() {
        add("old", 400, ChronoUnit.DAYS);
        add("last month", 40, ChronoUnit.DAYS);
        add("week", 5, ChronoUnit.DAYS);
        add("today", 1, ChronoUnit.HOURS);
        add("yesterday", 20, ChronoUnit.HOURS);
        Conversation pinned = add("pinned", 90, ChronoUnit.DAYS);
        store.add(ConversationsInMemory.with(pinned, "pinned", true, 0, null));
        assertEquals(
                "[PINNED, pinned, TODAY, today, YESTERDAY, yesterday, WEEK, week, 2026-10, last"
                        + " month, 2025-10, old]",
                shown(loaded()));
    }

    @Test
    void a_changed_conversation_moves_to_where_it_belongs() {
        Conversation a = add("a", 1, ChronoUnit.HOURS);
        Conversation b = add("b", 2, ChronoUnit.DAYS);
        ListModel model = loaded();
        assertEquals("[TODAY, a, WEEK, b]", shown(model));
        source.tell(new ConversationChanged(at(b, NOON)));
        assertEquals("[TODAY, b, a]", shown(model));
        source.tell(new ConversationChanged(ConversationsInMemory.with(a, "a2", true, 0, null)));
        assertEquals("[PINNED, a2, TODAY, b]", shown(model));
    }

    @Test
    void what_was_removed_while_its_page_was_on_the_way_stays_away() {
        Conversation gone = add("gone", 1, ChronoUnit.HOURS);
        add("stays", 2, ChronoUnit.HOURS);
        ListModel model = model();
        Runnable late = pages.remove();
        source.tell(new ConversationsRemoved(List.of(gone.id())));
        late.run();
        assertEquals("[TODAY, stays]", shown(model));
    }

    @Test
    void the_one_below_opens_when_the_open_one_goes() {
        Conversation a = add("a", 1, ChronoUnit.HOURS);
        Conversation b = add("b", 2, ChronoUnit.HOURS);
        ListModel model = loaded();
        model.open().set(a.id());
        source.tell(new ConversationsRemoved(List.of(a.id())));
        assertEquals(List.of(Optional.of(b.id())), opened);
        model.open().set(b.id());
        source.tell(new ConversationsRemoved(List.of(b.id())));
        assertEquals(Optional.empty(), opened.getLast());
        assertEquals(State.EMPTY, model.state().get());
        assertEquals("[]", shown(model));
    }

    @Test
    void a_reply_being_written_is_marked_until_it_ends() {
        Conversation a = add("a", 1, ChronoUnit.HOURS);
        ListModel model = loaded();
        Message reply = reply(a, MessageState.STREAMING);
        source.tell(new MessageAdded(reply));
        assertTrue(items(model).getFirst().streaming());
        source.tell(new ConversationChanged(at(a, NOON)));
        assertTrue(items(model).getFirst().streaming());
        source.tell(new MessageChanged(ended(reply)));
        assertEquals(false, items(model).getFirst().streaming());
    }

    @Test
    void a_search_asks_the_store_and_says_so_when_nothing_is_found() {
        add("Ação e reação", 1, ChronoUnit.HOURS);
        add("Other", 2, ChronoUnit.HOURS);
        ListModel model = loaded();
        model.search(" acao ");
        runPages();
        assertEquals("[TODAY, Ação e reação]", shown(model));
        model.search("nowhere");
        runPages();
        assertEquals(State.NOTHING_FOUND, model.state().get());
        model.search("");
        runPages();
        assertEquals(2, items(model).size());
    }

    @Test
    void the_answer_to_an_earlier_search_is_not_shown() {
        add("one", 1, ChronoUnit.HOURS);
        add("two", 2, ChronoUnit.HOURS);
        ListModel model = loaded();
        model.search("one");
        model.search("two");
        Runnable first = pages.remove();
        pages.remove().run();
        first.run();
        assertEquals("[TODAY, two]", shown(model));
    }

    @Test
    void a_store_that_fails_is_said_and_asked_again_on_request() {
        add("a", 1, ChronoUnit.HOURS);
        source.broken = true;
        ListModel model = loaded();
        assertEquals(State.FAILED, model.state().get());
        source.broken = false;
        model.tryAgain();
        runPages();
        assertEquals("[TODAY, a]", shown(model));
    }

    @Test
    void what_happens_meanwhile_does_not_take_the_offer_to_ask_again_away() {
        Conversation a = add("a", 1, ChronoUnit.HOURS);
        source.broken = true;
        ListModel model = loaded();
        source.tell(new ConversationChanged(a));
        assertEquals(State.FAILED, model.state().get());
    }

    @Test
    void neighbours_and_numbers_pass_over_headers() {
        Conversation a = add("a", 1, ChronoUnit.HOURS);
        Conversation b = add("b", 3, ChronoUnit.DAYS);
        ListModel model = loaded();
        assertEquals(Optional.of(a.id()), model.neighbour(1));
        model.open().set(a.id());
        assertEquals(Optional.of(b.id()), model.neighbour(1));
        assertEquals(Optional.empty(), model.neighbour(-1));
        assertEquals(Optional.of(b.id()), model.byNumber(1));
        assertEquals(Optional.empty(), model.byNumber(2));
    }

    @Test
    void what_changed_before_a_search_is_not_shown_in_it() {
        add("Ação", 1, ChronoUnit.HOURS);
        Conversation other = add("Other", 2, ChronoUnit.HOURS);
        ListModel model = model();
        source.tell(new ConversationChanged(at(other, NOON)));
        model.search("acao");
        runPages();
        assertEquals("[TODAY, Ação]", shown(model));
    }
}
