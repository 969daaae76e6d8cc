package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Partial;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.LatestFirst;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of a stored conversation: a window of pages around where the reader is, kept up to
 * date by the events of the engine. On the JavaFX thread but where it says otherwise.
 */
public final class StoredTranscript implements TranscriptSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredTranscript.class);
    static final int PAGE = 50;
    static final int MOST = 600;

    /** Where the messages are. Called in the background. */
    public interface Store {
        /** The path shown from a position on, to before another. */
        List<Message> path(int from, int before);

        /** What has arrived of the reply that is being written. */
        Optional<Partial> partial();

        /** How far messages are on their way to somebody elsewhere; of those that are. */
        default List<Delivery> deliveries(@SuppressWarnings("unused") List<MessageId> of) {
            return List.of();
        }
    }

    private final ConversationId id;
    private final boolean own;
    private final Store store;
    private final Executor background;
    private final TreeMap<Integer, Message> messages = new TreeMap<>();
    private final Map<MessageId, Delivery> deliveries = new HashMap<>();
    private final LatestFirst<Integer> pages = new LatestFirst<>(this::fetch);
    private final LiveReply live = new LiveReply();
    private final FxThread.Latest<LiveReply> pulse = new FxThread.Latest<>(_ -> showLive());
    private @Nullable Listener listener;
    private int size;

    /** Counts what changed: a page that was read before a change is read again. */
    private int revision;

    private Subscription events = () -> {};
    private Consumer<StoreException> onTrouble = e -> LOG.warn("Messages cannot be read", e);

    /**
     * Hears of nothing but what {@link #accept} is given.
     *
     * @param size how many positions the path shown has
     */
    public StoredTranscript(ConversationId id, int size, Store store, Executor background) {
        this(id, true, size, store, background);
    }

    private StoredTranscript(
            ConversationId id, boolean own, int size, Store store, Executor background) {
        this.id = id;
        this.own = own;
        this.size = size;
        this.store = store;
        this.background = background;
    }

    /** Of a conversation of the engine, which it follows until it is closed. */
    public static StoredTranscript open(
            ConversationEngine engine,
            Outbox outbox,
            Conversation conversation,
            Executor background) {
        StoredTranscript opened =
                new StoredTranscript(
                        conversation.id(),
                        conversation.isOwn(),
                        conversation.size(),
                        store(engine, outbox, conversation),
                        background);
        opened.events = engine.subscribe(opened::accept);
        opened.catchUp(engine);
        return opened;
    }

    /** The conversation may have grown between when it was read and when we began to listen. */
    private void catchUp(ConversationEngine engine) {
        int at = revision;
        background.execute(() -> {
            try {
                Optional<Conversation> now = engine.conversations().find(id);
                FxThread.run(() -> now.ifPresent(c -> resize(at, c.size())));
            } catch (StoreException e) {
                FxThread.run(() -> onTrouble.accept(e));
            }
        });
    }

    private void resize(int at, int now) {
        if (at == revision && now != size) {
            size = now;
            resized();
        }
    }

    private static Store store(
            ConversationEngine engine, Outbox outbox, Conversation conversation) {
        ConversationId id = conversation.id();
        return new Store() {
            @Override
            public List<Message> path(int from, int before) {
                return engine.conversations().path(id, from, before);
            }

            @Override
            public Optional<Partial> partial() {
                return engine.partial(id);
            }

            // What is said in an own chat goes nowhere.
            @Override
            public List<Delivery> deliveries(List<MessageId> of) {
                return conversation.isOwn() || of.isEmpty() ? List.of() : outbox.deliveries(of);
            }
        };
    }

    /** Who is told when messages cannot be read; otherwise only the log is. */
    public void setOnTrouble(Consumer<StoreException> onTrouble) {
        this.onTrouble = onTrouble;
    }

    /** Hears of nothing any more. */
    @Override
    public void close() {
        events.close();
        listener = null;
    }

    // What is there

    @Override
    public boolean isOwn() {
        return own;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Message message(int position) {
        Message message = messages.get(position);
        if (message == null && position >= 0 && position < size) {
            pages.ask(position / PAGE);
        }
        return message;
    }

    @Override
    public @Nullable Delivery delivery(MessageId message) {
        return deliveries.get(message);
    }

    @Override
    public List<Message> read(int from, int before) {
        return store.path(from, before).stream().map(live::complete).toList();
    }

    @Override
    public void setListener(Listener listener) {
        this.listener = listener;
    }

    // Pages

    private void fetch(int page) {
        int at = revision;
        background.execute(() -> {
            try {
                List<Message> read = store.path(page * PAGE, (page + 1) * PAGE);
                if (read.stream().anyMatch(m -> m.state() == MessageState.STREAMING)) {
                    store.partial().ifPresent(live::fill);
                }
                List<Delivery> outgoing = store.deliveries(outgoing(read));
                FxThread.run(() -> fetched(page, at, read, outgoing));
            } catch (StoreException e) {
                FxThread.run(() -> failed(page, e));
            }
        });
    }

    /** What somebody else wrote was never on its way to them. */
    private static List<MessageId> outgoing(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.author() != Author.USER)
                .map(Message::id)
                .toList();
    }

    private void fetched(int page, int at, List<Message> read, List<Delivery> outgoing) {
        pages.done(page);
        if (at != revision) {
            pages.ask(page);
            return;
        }
        read.forEach(this::put);
        outgoing.forEach(delivery -> deliveries.put(delivery.message(), delivery));
        forgetFar(page);
        changed(page * PAGE, page * PAGE + read.size());
    }

    private void failed(int page, StoreException e) {
        pages.done(page);
        onTrouble.accept(e);
    }

    private void put(Message message) {
        messages.put(message.position(), live.complete(message));
    }

    private void forgetFar(int page) {
        int middle = page * PAGE + PAGE / 2;
        while (messages.size() > MOST) {
            boolean first = middle - messages.firstKey() > messages.lastKey() - middle;
            var gone = first ? messages.firstEntry() : messages.lastEntry();
            messages.remove(gone.getKey());
            deliveries.remove(gone.getValue().id());
        }
    }

    // Events

    /** Takes an event of the engine; those of other conversations too. On any thread. */
    public void accept(ConversationEvent event) {
        switch (event) {
            case ReplyDelta delta when delta.conversationId().equals(id) -> delta(delta);
            case MessageAdded(Message m) when m.conversationId().equals(id) ->
                    FxThread.run(() -> added(m));
            case MessageChanged(Message m) when m.conversationId().equals(id) ->
                    FxThread.run(() -> replaced(m));
            case DeliveryChanged now when now.conversationId().equals(id) ->
                    FxThread.run(() -> delivered(now.delivery()));
            case PathChanged path when path.conversationId().equals(id) ->
                    FxThread.run(() -> repathed(path));
            default -> {}
        }
    }

    private void delta(ReplyDelta delta) {
        if (live.add(delta)) {
            pulse.submit(live);
        } else {
            background.execute(() -> {
                store.partial().ifPresent(live::fill);
                pulse.submit(live);
            });
        }
    }

    /** At most once a pulse, however many deltas come. */
    private void showLive() {
        for (Message message : messages.descendingMap().values()) {
            if (message.id().equals(live.id())) {
                put(message);
                changed(message.position(), message.position() + 1);
                return;
            }
        }
    }

    private void added(Message message) {
        revision++;
        put(message);
        if (message.author() == Author.OPERATOR) {
            askForDelivery(message);
        }
        if (message.position() >= size) {
            size = message.position() + 1;
            resized();
        }
        changed(message.position(), message.position() + 1);
    }

    private void replaced(Message message) {
        revision++;
        if (messages.containsKey(message.position())) {
            put(message);
            changed(message.position(), message.position() + 1);
        }
    }

    /** What is written by hand is on its way with the commit that keeps it, which nobody tells. */
    private void askForDelivery(Message message) {
        background.execute(() -> {
            try {
                List<Delivery> now = store.deliveries(List.of(message.id()));
                FxThread.run(() -> now.forEach(this::deliveredFirst));
            } catch (StoreException e) {
                FxThread.run(() -> onTrouble.accept(e));
            }
        });
    }

    /** Unless something newer was told meanwhile. */
    private void deliveredFirst(Delivery delivery) {
        if (!deliveries.containsKey(delivery.message())) {
            delivered(delivery);
        }
    }

    private void delivered(Delivery delivery) {
        revision++;
        deliveries.put(delivery.message(), delivery);
        for (Message message : messages.descendingMap().values()) {
            if (message.id().equals(delivery.message())) {
                changed(message.position(), message.position() + 1);
                return;
            }
        }
    }

    private void repathed(PathChanged path) {
        revision++;
        messages.tailMap(path.fromPosition(), true).clear();
        size = path.size();
        resized();
        changed(path.fromPosition(), size);
    }

    private void changed(int from, int before) {
        if (listener != null) {
            listener.changed(from, before);
        }
    }

    private void resized() {
        if (listener != null) {
            listener.resized();
        }
    }
}
