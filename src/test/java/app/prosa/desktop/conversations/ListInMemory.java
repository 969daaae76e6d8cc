package app.prosa.desktop.conversations;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.conversations.Row.Item;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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

/** A list over a store in memory, without a window: what is asked in the background waits. */
abstract class ListInMemory {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final ConversationsInMemory store = new ConversationsInMemory();
    final Source source = new Source();
    final Queue<Runnable> pages = new ArrayDeque<>();
    final List<Optional<ConversationId>> opened = new ArrayList<>();
    final MovedClock clock = new MovedClock();

    /** Stands still until it is moved. */
    static final class MovedClock extends Clock {
        Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Reads from memory, and fails when it is told to. */
    final class Source implements Browsing {
        private @Nullable Consumer<ConversationEvent> listener;
        private @Nullable ConversationEvent whileReading;
        boolean broken;

        @Override
        public List<Place> places(Query query, @Nullable Place after, int limit) {
            return page(query, after, limit).stream().map(Place::of).toList();
        }

        @Override
        public List<Conversation> page(Query query, @Nullable Place after, int limit) {
            if (broken) {
                throw new StoreException(StoreException.Cause.UNAVAILABLE, "page", null);
            }
            List<Conversation> page = store.store().page(query, after, limit);
            ConversationEvent event = whileReading;
            if (event != null) {
                whileReading = null;
                tell(event);
            }
            return page;
        }

        /** With the next answer on its way, which knows nothing of it. */
        void tellWhileReading(ConversationEvent event) {
            whileReading = event;
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

    ListModel loaded() {
        ListModel model = model();
        runPages();
        return model;
    }

    ListModel model() {
        Executor now = Runnable::run;
        return new ListModel(source, pages::add, now, Runnable::run, clock, opened::add);
    }

    void runPages() {
        for (Runnable page = pages.poll(); page != null; page = pages.poll()) {
            page.run();
        }
    }

    Conversation add(String title, long ago, ChronoUnit unit) {
        Conversation conversation =
                ConversationsInMemory.conversation(title, NOON.minus(ago, unit));
        store.add(conversation);
        return conversation;
    }

    void fill(int count) {
        for (int i = 0; i < count; i++) {
            add("c" + i, i, ChronoUnit.HOURS);
        }
    }

    static Conversation at(Conversation c, Instant when) {
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

    static Message reply(Conversation c, MessageState state) {
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

    static Message ended(Message m) {
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

    /** As the list does, with what the store answers. */
    void show(ListModel model, int line) {
        model.shown(line, line);
        runPages();
    }

    static boolean isHeader(ListModel model, int line) {
        return model.rows().get(line) instanceof Row.Header;
    }

    static long conversations(ListModel model) {
        return model.rows().stream().filter(row -> !(row instanceof Row.Header)).count();
    }

    static Item last(ListModel model) {
        return (Item) model.rows().getLast();
    }

    Optional<String> title(Optional<ConversationId> id) {
        return id.map(i -> store.store().find(i).orElseThrow().title());
    }

    static int number(Conversation conversation) {
        return Integer.parseInt(conversation.title().substring(1));
    }

    static List<Item> items(ListModel model) {
        return model.rows().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    }

    static String shown(ListModel model) {
        return model.rows().stream()
                .map(row ->
                        switch (row) {
                            case Row.Header h -> name(h.group());
                            case Row.Pending p -> "…";
                            case Item i -> i.conversation().title();
                        })
                .toList()
                .toString();
    }

    static String name(Group group) {
        return switch (group) {
            case Group.Named named -> named.name().toUpperCase(Locale.ROOT);
            case Group.Month month -> month.month().toString();
        };
    }
}
