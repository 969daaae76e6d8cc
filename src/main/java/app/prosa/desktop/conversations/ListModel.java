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
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.conversations.Row.Item;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The conversations as far as they were scrolled to, kept up to date by the engine's events. Pages
 * are read on a background thread; everything else happens on the JavaFX thread.
 */
final class ListModel implements AutoCloseable {
    static final int PAGE = 200;

    /** So many lines before the end of what is loaded, the next page is fetched. */
    private static final int AHEAD = 60;

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
    private final Executor background;
    private final Executor ui;
    private final Clock clock;
    private final Consumer<Optional<ConversationId>> onOpenGone;
    private final Rows rows;
    private final Streaming streaming = new Streaming();
    private final Subscription subscription;
    private final ObjectProperty<@Nullable ConversationId> open = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);

    /** Removed while a page was on its way that may still have them. */
    private final Set<ConversationId> removed = new HashSet<>();

    private Query query = Query.ALL;
    private @Nullable Conversation cursor;
    private boolean complete;
    private boolean loading;
    private int generation;

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
        this.background = background;
        this.ui = ui;
        this.clock = clock;
        this.onOpenGone = onOpenGone;
        this.rows = new Rows(clock.getZone(), LocalDate.now(clock));
        this.subscription = browsing.subscribe(new Inflow(pulse, this::take)::add);
        load();
    }

    ObservableList<Row> rows() {
        return rows.list();
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
        Query wanted = new Query(false, words.strip());
        if (!wanted.equals(query)) {
            query = wanted;
            reload();
        }
    }

    String words() {
        return query.titleContains();
    }

    /** This line is on the screen. */
    void shown(int index) {
        if (index >= rows.list().size() - AHEAD) {
            load();
        }
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
        return rows.list().stream()
                .<ConversationId>mapMulti((row, found) -> {
                    if (row instanceof Item item) {
                        found.accept(item.conversation().id());
                    }
                })
                .skip(number)
                .findFirst();
    }

    private Optional<ConversationId> itemFrom(int index, int step) {
        for (int i = index; i >= 0 && i < rows.list().size(); i += step) {
            if (rows.list().get(i) instanceof Item item) {
                return Optional.of(item.conversation().id());
            }
        }
        return Optional.empty();
    }

    /** Asks the store again after it failed. */
    void tryAgain() {
        state.set(State.LOADING);
        load();
    }

    private void reload() {
        generation++;
        loading = false;
        complete = false;
        cursor = null;
        load();
    }

    private void load() {
        if (loading || complete) {
            return;
        }
        loading = true;
        removed.clear();
        int asked = generation;
        Query about = query;
        Conversation after = cursor;
        background.execute(() -> {
            try {
                List<Conversation> page = browsing.page(about, after, PAGE);
                ui.execute(() -> arrived(asked, after == null, page));
            } catch (StoreException e) {
                ui.execute(() -> failed(asked));
            }
        });
    }

    private void failed(int asked) {
        if (asked == generation) {
            loading = false;
            state.set(State.FAILED);
        }
    }

    private void arrived(int asked, boolean first, List<Conversation> page) {
        if (asked != generation) {
            return;
        }
        loading = false;
        complete = page.size() < PAGE;
        cursor = page.isEmpty() ? cursor : page.getLast();
        if (first) {
            rows.clear();
        }
        rows.append(
                page.stream()
                        .filter(c -> !removed.contains(c.id()))
                        .map(c -> rows.item(c, isStreaming(c.id())))
                        .toList());
        tellState();
    }

    private boolean isStreaming(ConversationId id) {
        return streaming.in(id) || browsing.isStreaming(id);
    }

    private void take(List<ConversationEvent> events) {
        rows.regroup(LocalDate.now(clock));
        events.forEach(this::take);
        tellState();
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
        }
    }

    private void changed(Conversation conversation) {
        boolean known = rows.find(conversation.id()).isPresent();
        if (conversation.trashedAt() != null) {
            remove(conversation.id());
        } else if (!query.titleContains().isEmpty()) {
            changedWhileSearching(conversation, known);
        } else if (isLoadedTo(conversation)) {
            rows.put(conversation, streaming.in(conversation.id()));
        } else if (known) {
            rows.remove(conversation.id());
        }
    }

    /** Only the store knows which titles match. */
    private void changedWhileSearching(Conversation conversation, boolean known) {
        Optional<Item> before = rows.find(conversation.id());
        boolean sameTitle =
                before.map(i -> i.conversation().title().equals(conversation.title()))
                        .orElse(false);
        if (known && sameTitle) {
            rows.put(conversation, streaming.in(conversation.id()));
        } else {
            reload();
        }
    }

    /** What lies beyond the last page comes with its own page. */
    private boolean isLoadedTo(Conversation conversation) {
        return complete || (cursor != null && Rows.ORDER.compare(conversation, cursor) <= 0);
    }

    private void removed(List<ConversationId> ids) {
        ConversationId shown = open.get();
        boolean openGone = shown != null && ids.contains(shown);
        int index = openGone ? rows.indexOf(Objects.requireNonNull(shown)) : -1;
        ids.forEach(this::remove);
        if (openGone) {
            onOpenGone.accept(itemFrom(index, 1).or(() -> itemFrom(index - 1, -1)));
        }
    }

    private void remove(ConversationId id) {
        removed.add(id);
        rows.remove(id);
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
        } else if (loading) {
            state.set(State.LOADING);
        } else {
            state.set(words().isEmpty() ? State.EMPTY : State.NOTHING_FOUND);
        }
    }

    @Override
    public void close() {
        generation++;
        subscription.close();
    }
}
