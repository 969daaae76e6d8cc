package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.conversations.ListModel.State;
import app.prosa.desktop.conversations.Row.Item;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the list shows, without a window. */
class ListModelTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ConversationsInMemory store = new ConversationsInMemory();
    private final Source source = new Source();
    private final Queue<Runnable> pages = new ArrayDeque<>();
    private final List<Optional<ConversationId>> opened = new ArrayList<>();

    /** Reads from memory, and fails when it is told to. */
    private final class Source implements Browsing {
        private @Nullable Consumer<ConversationEvent> listener;
        private boolean broken;
        private int asked;

        @Override
        public List<Conversation> page(Query query, @Nullable Conversation after, int limit) {
            asked++;
            if (broken) {
                throw new StoreException(StoreException.Cause.UNAVAILABLE, "page", null);
            }
            return store.store().page(query, after, limit);
        }

        @Override
        public Subscription subscribe(Consumer<ConversationEvent> to) {
            listener = to;
            return () -> listener = null;
        }

        @Override
        public boolean isStreaming(ConversationId id) {
            return false;
        }

        void tell(ConversationEvent event) {
            if (listener != null) {
                listener.accept(event);
            }
        }
    }

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
    void more_pages_come_as_one_scrolls_and_no_sooner() {
        fill(450);
        ListModel model = loaded();
        assertEquals(ListModel.PAGE, items(model).size());
        model.shown(5);
        assertTrue(pages.isEmpty());
        model.shown(model.rows().size() - 10);
        runPages();
        assertEquals(2 * ListModel.PAGE, items(model).size());
        model.shown(model.rows().size() - 1);
        runPages();
        model.shown(model.rows().size() - 1);
        assertEquals(450, items(model).size());
        assertEquals(3, source.asked);
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
    void what_lies_beyond_the_loaded_pages_waits_for_its_page() {
        fill(300);
        ListModel model = loaded();
        Conversation far =
                ConversationsInMemory.conversation("far", NOON.minus(900, ChronoUnit.DAYS));
        store.add(far);
        source.tell(new ConversationChanged(far));
        assertEquals(ListModel.PAGE, items(model).size());
        model.shown(model.rows().size());
        runPages();
        assertEquals("far", items(model).getLast().conversation().title());
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

    private ListModel loaded() {
        ListModel model = model();
        runPages();
        return model;
    }

    private ListModel model() {
        Executor now = Runnable::run;
        return new ListModel(
                source,
                pages::add,
                now,
                Runnable::run,
                Clock.fixed(NOON, ZoneOffset.UTC),
                opened::add);
    }

    private void runPages() {
        for (Runnable page = pages.poll(); page != null; page = pages.poll()) {
            page.run();
        }
    }

    private Conversation add(String title, long ago, ChronoUnit unit) {
        Conversation conversation =
                ConversationsInMemory.conversation(title, NOON.minus(ago, unit));
        store.add(conversation);
        return conversation;
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            add("c" + i, i, ChronoUnit.HOURS);
        }
    }

    private static Conversation at(Conversation c, Instant when) {
        return new Conversation(
                c.id(),
                c.channel(),
                c.userId(),
                c.title(),
                c.titledByHand(),
                c.pinned(),
                c.mode(),
                c.options(),
                c.createdAt(),
                when,
                c.size(),
                c.preview(),
                c.unread(),
                c.trashedAt());
    }

    private static Message reply(Conversation c, MessageState state) {
        return new Message(
                MessageId.next(),
                c.id(),
                1,
                null,
                Author.ASSISTANT,
                "",
                "",
                state,
                null,
                null,
                NOON,
                1,
                1,
                false,
                false,
                List.of());
    }

    private static Message ended(Message m) {
        return new Message(
                m.id(),
                m.conversationId(),
                1,
                null,
                m.author(),
                "done",
                "",
                MessageState.COMPLETE,
                null,
                null,
                NOON,
                1,
                1,
                false,
                false,
                List.of());
    }

    private static List<Item> items(ListModel model) {
        return model.rows().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    }

    private static String shown(ListModel model) {
        return model.rows().stream()
                .map(row ->
                        switch (row) {
                            case Row.Header h -> name(h.group());
                            case Item i -> i.conversation().title();
                        })
                .toList()
                .toString();
    }

    private static String name(Group group) {
        return switch (group) {
            case Group.Named named -> named.name().toUpperCase(Locale.ROOT);
            case Group.Month month -> month.month().toString();
        };
    }
}
