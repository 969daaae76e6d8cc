package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.ConversationEvent.StoreTroubled;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.conversations.Row.Item;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All conversations, kept up to date by the engine's events. A {@link Reader} fills those lines
 * that are shown. Everything happens on the JavaFX thread.
 */
final class ListModel implements AutoCloseable {
    /** What there is to show. */
    enum State {
        LOADING,
        FILLED,
        /** There are no conversations. */
        EMPTY,
        /** None has the words searched for. */
        NOTHING_FOUND,
        /** The store did not answer. */
        FAILED
    }

    private final Browsing browsing;
    private final Clock clock;
    private final Consumer<Optional<ConversationId>> onOpenGone;
    private final Rows rows;
    private final Streaming streaming = new Streaming();
    private final Subscription subscription;
    private final ObjectProperty<@Nullable ConversationId> open = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);

    private final Reader reader;
    private LocalDate today;
    private Query query = Query.ALL;

    /**
     * @param background where the store is asked
     * @param ui where its answers are taken in
     * @param onOpenGone is told, when the open conversation was removed, which one stands in its
     *     place now, if any
     */
    ListModel(
            Browsing browsing,
            Executor background,
            Executor ui,
            Inflow.Pulse pulse,
            Clock clock,
            Consumer<Optional<ConversationId>> onOpenGone) {
        this.browsing = browsing;
        this.clock = clock;
        this.onOpenGone = onOpenGone;
        this.today = LocalDate.now(clock);
        this.rows = new Rows(clock.getZone(), today, Reader.PAGE);
        this.reader = new Reader(browsing, rows, background, ui, new Reading());
        this.subscription = browsing.subscribe(new Inflow(pulse, this::take)::add);
        reader.begin(query);
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The conversation that the window shows, or null. */
    ObjectProperty<@Nullable ConversationId> open() {
        return open;
    }

    /** Shows those whose title contains the words; blank for all. */
    void search(String words) {
        Query asked = new Query(false, words.strip());
        if (!asked.equals(query)) {
            query = asked;
            reader.begin(query);
        }
    }

    String words() {
        return query.titleContains();
    }

    /** These lines are on the screen, from one to another. */
    void shown(int first, int last) {
        reader.shown(first, last);
    }

    /** See {@link Reader#collect}. */
    void collect(List<Integer> lines, Consumer<List<ConversationId>> receiver) {
        reader.collect(lines, receiver);
    }

    int indexOf(ConversationId id) {
        return rows.indexOf(id);
    }

    /**
     * @param step 1 for the next one below, -1 for the one above
     */
    Optional<ConversationId> neighbour(int step) {
        ConversationId from = open.get();
        int start = from == null ? -1 : rows.indexOf(from);
        return from != null && start < 0 ? first() : itemFrom(start + step, step);
    }

    Optional<ConversationId> first() {
        return itemFrom(0, 1);
    }

    /**
     * @param number from 0
     */
    Optional<ConversationId> byNumber(int number) {
        return rows.stream()
                .<ConversationId>mapMulti((row, found) -> {
                    if (row instanceof Item item) {
                        found.accept(item.conversation().id());
                    }
                })
                .skip(number)
                .findFirst();
    }

    private Optional<ConversationId> itemFrom(int index, int step) {
        for (int i = index; i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i) instanceof Item item) {
                return Optional.of(item.conversation().id());
            }
        }
        return Optional.empty();
    }

    /** Asks the store again after it failed. */
    void tryAgain() {
        state.set(State.LOADING);
        reader.begin(query);
    }

    /** What the reader is told of the list, and tells it. */
    private final class Reading implements Reader.Listener {
        @Override
        public boolean isStreaming(ConversationId id) {
            return streaming.in(id) || browsing.isStreaming(id);
        }

        @Override
        public boolean isKept(ConversationId id) {
            return id.equals(open.get());
        }

        @Override
        public void arrived() {
            tellState();
        }

        @Override
        public void failed() {
            state.set(State.FAILED);
        }
    }

    // Events

    private void take(List<ConversationEvent> events) {
        events.forEach(this::take);
        regroup(LocalDate.now(clock));
        // What happens elsewhere does not bring what the store did not answer, nor may it take away
        // the button that asks for it again.
        if (state.get() != State.FAILED) {
            tellState();
        }
    }

    private void take(ConversationEvent event) {
        switch (event) {
            case ConversationChanged changed -> changed(changed.conversation());
            case ConversationsRemoved gone -> removed(gone.ids());
            case MessageAdded added -> stream(added.message());
            case MessageChanged changed -> stream(changed.message());
            case PathChanged path -> {
                if (browsing.isStreaming(path.conversationId())) {
                    streaming.begun(path.conversationId());
                    show(path.conversationId());
                }
            }
            case ReplyDelta delta -> {}
            case StoreTroubled trouble -> {}
            case ConversationEvent.DeliveryChanged changed -> {}
            case ConversationEvent.CorrespondentChanged changed -> {}
        }
    }

    private void regroup(LocalDate day) {
        if (!day.equals(today)) {
            today = day;
            reader.regroup(day);
        }
    }

    private void changed(Conversation conversation) {
        if (conversation.trashedAt() != null) {
            reader.removed(conversation.id());
        } else if (isSearch() && !hasSameTitle(conversation)) {
            // Only the store knows which titles match.
            reader.begin(query);
        } else {
            reader.changed(conversation, streaming.in(conversation.id()));
        }
    }

    private boolean isSearch() {
        return !query.titleContains().isEmpty();
    }

    private boolean hasSameTitle(Conversation conversation) {
        return rows.find(conversation.id())
                .map(item -> item.conversation().title().equals(conversation.title()))
                .orElse(false);
    }

    private void removed(List<ConversationId> ids) {
        ConversationId shown = open.get();
        boolean openGone = shown != null && ids.contains(shown);
        int index = openGone ? rows.indexOf(Objects.requireNonNull(shown)) : -1;
        ids.forEach(reader::removed);
        if (openGone) {
            onOpenGone.accept(itemFrom(index, 1).or(() -> itemFrom(index - 1, -1)));
        }
        if (ids.size() > Reader.PAGE) {
            // Most of them were only counted, so that their lines are still there.
            reader.begin(query);
        }
    }

    private void stream(Message message) {
        streaming.on(message);
        show(message.conversationId());
    }

    private void show(ConversationId id) {
        rows.find(id)
                .filter(item -> item.streaming() != streaming.in(id))
                .ifPresent(item -> rows.put(item.conversation(), streaming.in(id)));
    }

    private void tellState() {
        if (!rows.isEmpty()) {
            state.set(State.FILLED);
        } else if (!reader.hasBegun()) {
            state.set(State.LOADING);
        } else {
            state.set(isSearch() ? State.NOTHING_FOUND : State.EMPTY);
        }
    }

    @Override
    public void close() {
        reader.end();
        subscription.close();
    }
}
