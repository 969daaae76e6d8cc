package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.conversations.ListModel.State;
import app.prosa.desktop.conversations.Row.Item;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How little of a long list is at hand, and that one does not notice. */
class LongListTest extends ListInMemory {
    @Test
    void the_first_page_is_shown_before_it_is_known_how_long_the_list_is() {
        fill(450);
        ListModel model = model();
        pages.remove().run();
        assertEquals(Reader.PAGE, items(model).size());
        assertEquals(State.FILLED, model.state().get());
        runPages();
        assertEquals(450, conversations(model));
        assertEquals(Reader.PAGE, items(model).size());
    }

    @Test
    void what_is_shown_is_read_and_nothing_else() {
        fill(1_000);
        ListModel model = loaded();
        model.shown(5, 5);
        assertTrue(pages.isEmpty());
        show(model, model.rows().size() - 1);
        assertEquals("c999", last(model).conversation().title());
        assertTrue(items(model).size() <= 2 * Reader.PAGE);
    }

    @Test
    void what_was_scrolled_past_is_not_kept() {
        fill(5_000);
        ListModel model = loaded();
        for (int line = 0; line < model.rows().size(); line += 20) {
            show(model, line);
            assertTrue(model.rows().get(line) instanceof Item || isHeader(model, line));
            assertTrue(items(model).size() <= Reader.MOST + 2 * Reader.PAGE);
        }
        assertEquals("c4999", last(model).conversation().title());
        show(model, 0);
        assertEquals(5_000, conversations(model));
        assertEquals("c0", items(model).getFirst().conversation().title());
    }

    @Test
    void who_scrolls_faster_than_the_store_answers_finds_the_end_whole() {
        fill(5_000);
        ListModel model = loaded();
        for (int line = 0; line < model.rows().size(); line++) {
            model.shown(line, line);
            if (line % 500 == 0 && !pages.isEmpty()) {
                pages.remove().run();
            }
        }
        runPages();
        for (int line = model.rows().size() - 20; line < model.rows().size(); line++) {
            assertTrue(model.rows().get(line) instanceof Item, "line " + line);
        }
    }

    @Test
    void what_the_store_failed_to_give_is_there_when_it_is_shown_again() {
        fill(5_000);
        ListModel model = loaded();
        source.broken = true;
        show(model, 1_000);
        show(model, 2_000);
        assertEquals(State.FAILED, model.state().get());
        source.broken = false;
        show(model, 1_000);
        assertTrue(model.rows().get(1_000) instanceof Item);
        assertEquals(State.FILLED, model.state().get());
    }

    @Test
    void the_open_one_stays_at_hand_wherever_one_scrolls() {
        fill(5_000);
        ListModel model = loaded();
        show(model, 2_000);
        Conversation open = ((Item) model.rows().get(2_000)).conversation();
        model.open().set(open.id());
        for (int line = 0; line < model.rows().size(); line += 50) {
            show(model, line);
        }
        assertEquals(2_000, model.indexOf(open.id()));
        assertEquals(Optional.of("c" + (number(open) + 1)), title(model.neighbour(1)));
        assertEquals(Optional.of("c0"), title(model.byNumber(0)));
    }

    @Test
    void lines_that_are_not_at_hand_can_be_chosen_too() {
        fill(1_000);
        ListModel model = loaded();
        List<List<ConversationId>> handed = new ArrayList<>();
        model.collect(IntStream.range(0, model.rows().size()).boxed().toList(), handed::add);
        assertTrue(handed.isEmpty());
        runPages();
        assertEquals(1_000, Set.copyOf(handed.getFirst()).size());
        model.collect(List.of(0, 1), handed::add);
        assertEquals(List.of(store.find("c0").id()), handed.getLast());
    }

    @Test
    void a_count_that_was_wrong_is_put_right_when_its_lines_are_shown() {
        fill(1_000);
        ListModel model = loaded();
        // Behind the list's back: no event tells where it stood.
        for (int i = 950; i < 960; i++) {
            store.remove("c" + i);
        }
        Conversation more =
                ConversationsInMemory.conversation("more", NOON.minus(955, ChronoUnit.HOURS));
        store.add(more);
        assertEquals(1_000, conversations(model));
        show(model, model.rows().size() - 1);
        assertEquals(991, conversations(model));
        assertTrue(model.indexOf(more.id()) > 0);
        assertEquals("c999", last(model).conversation().title());
    }

    @Test
    void a_conversation_that_comes_from_far_below_is_shown_once() {
        fill(1_000);
        ListModel model = loaded();
        Conversation far = store.find("c900");
        store.add(at(far, NOON));
        source.tell(new ConversationChanged(at(far, NOON)));
        assertEquals("c900", items(model).getFirst().conversation().title());
        for (int line = 0; line < model.rows().size(); line += 50) {
            show(model, line);
        }
        assertEquals(1_000, conversations(model));
        assertEquals(
                1,
                items(model).stream().filter(i -> i.conversation().id().equals(far.id())).count());
    }

    @Test
    void what_changed_while_its_page_was_on_the_way_is_not_undone_by_it() {
        fill(500);
        ListModel model = loaded();
        Conversation before = store.find("c480");
        Conversation renamed = ConversationsInMemory.with(before, "renamed", false, 0, null);
        source.tellWhileReading(new ConversationChanged(renamed));
        show(model, model.rows().size() - 1);
        assertTrue(shown(model).contains("renamed"));
        assertEquals(500, conversations(model));
    }

    @Test
    void what_moved_while_the_first_page_was_on_the_way_stands_where_it_is_now() {
        fill(500);
        ListModel model = model();
        Conversation moved = at(store.find("c120"), NOON);
        source.tellWhileReading(new ConversationChanged(moved));
        runPages();
        assertEquals("c120", items(model).getFirst().conversation().title());
        assertEquals(500, conversations(model));
    }

    @Test
    void another_day_puts_every_conversation_under_its_new_header() {
        fill(300);
        ListModel model = loaded();
        assertEquals(Group.Named.TODAY, model.rows().getFirst().group());
        clock.now = NOON.plus(1, ChronoUnit.DAYS);
        source.tell(new ConversationChanged(store.find("c0")));
        runPages();
        assertEquals(Group.Named.YESTERDAY, model.rows().getFirst().group());
        assertEquals(300, conversations(model));
        show(model, 0);
        assertEquals("c0", items(model).getFirst().conversation().title());
    }

    @Test
    void what_changes_far_from_what_is_shown_waits_until_it_is_shown() {
        fill(300);
        ListModel model = loaded();
        Conversation far = add("far", 250, ChronoUnit.HOURS);
        source.tell(new ConversationChanged(far));
        assertEquals(-1, model.indexOf(far.id()));
        show(model, model.rows().size() - 1);
        assertTrue(model.indexOf(far.id()) > Reader.PAGE);
        assertEquals(301, conversations(model));
    }

    @Test
    void what_is_older_than_all_others_stands_at_the_end() {
        fill(300);
        ListModel model = loaded();
        Conversation oldest = add("oldest", 900, ChronoUnit.DAYS);
        source.tell(new ConversationChanged(oldest));
        assertEquals(model.rows().size() - 1, model.indexOf(oldest.id()));
        assertEquals(301, conversations(model));
    }

    @Test
    void what_came_while_the_length_was_found_out_is_shown() {
        fill(300);
        ListModel model = model();
        pages.remove().run();
        Conversation late =
                ConversationsInMemory.conversation("late", NOON.minus(900, ChronoUnit.DAYS));
        source.tellWhileReading(new ConversationChanged(late));
        runPages();
        assertEquals(model.rows().size() - 1, model.indexOf(late.id()));
        assertEquals(301, conversations(model));
    }

    @Test
    void lines_that_were_only_counted_go_with_their_conversations() {
        fill(1_000);
        ListModel model = loaded();
        List<ConversationId> ids = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            ids.add(store.find("c" + i).id());
        }
        for (int i = 0; i < 999; i++) {
            store.remove("c" + i);
        }
        source.tell(new ConversationsRemoved(ids));
        runPages();
        assertEquals(1, conversations(model));
        assertEquals("c999", last(model).conversation().title());
    }
}
