package app.prosa.conversation;

import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Lanes.Entered;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to conversations: messages come in here, turns run here, and subscribers hear of it
 * from here. Windows and servers are callers and subscribers; none of them owns a conversation.
 *
 * <p>Calls go to the database and so belong on a background thread. They throw {@link
 * StoreException} when the store cannot do it; nothing has happened then.
 */
public final class ConversationEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationEngine.class);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final ConversationStore store;
    private final Clock clock;
    private final Events events = new Events();
    private final Lanes lanes = new Lanes();
    private final TurnRunner runner;
    private final Checkpoints checkpoints;
    private final Conversations conversations;
    private volatile boolean closed;

    /**
     * @param plans how the next reply of a conversation is made, asked at the start of each turn
     */
    public ConversationEngine(
            ConversationStore store,
            ChatModel model,
            Function<Conversation, TurnPlan> plans,
            Clock clock) {
        this.store = store;
        this.clock = clock;
        this.runner = new TurnRunner(store, model, plans, events);
        this.checkpoints = new Checkpoints(store, lanes::live);
        this.conversations = new Conversations(store, events, clock, this::stop);
    }

    /** Marks what a program that ended left half written. Call once, before anything else. */
    public int recover() {
        return store.interruptUnfinished();
    }

    /** Browsing and keeping: everything that needs no model. */
    public Conversations conversations() {
        return conversations;
    }

    /** The listener is called on whatever thread caused the event; it returns quickly. */
    public Subscription subscribe(Consumer<ConversationEvent> listener) {
        return events.subscribe(listener);
    }

    /**
     * Takes a message in and has it answered, if its conversation is in {@link Mode#AUTO}. When
     * this returns, the message is stored for good. A repeat (same channel and external id) is
     * answered by the turn that the first one began, or by what that turn left.
     */
    public Receipt send(InboundMessage message) {
        return started(receive(message, this::again));
    }

    /**
     * As {@link #send}, but a repeat whose reply has failed is answered anew, as long as nothing
     * was said after it: whoever sends a message again wants an answer to it.
     *
     * <p>The reply is written by the calling thread, a virtual one, so that nothing has to be
     * handed over to another. Returns when the reply has its last state; or sooner, where another
     * turn of the conversation has to end first or there is nothing to write.
     *
     * @param received is told what became of the message, before the model is called
     */
    public void converse(InboundMessage message, Consumer<Receipt> received) {
        Entered<Receipt> entered = receive(message, this::retried);
        try {
            received.accept(entered.committed());
        } finally {
            run(entered.turn());
        }
    }

    private static void run(@Nullable Runnable turn) {
        try {
            if (turn != null) {
                turn.run();
            }
        } catch (RuntimeException e) {
            // Whoever waits for the turn is told the same by its future.
            LOG.error("A turn ended without a reply", e);
        }
    }

    private Entered<Receipt> receive(InboundMessage message, Function<Received, Turn> repeated) {
        return enter(
                LaneKey.of(message),
                () -> {
                    Received received = store.receive(message, true, clock.instant());
                    if (!received.repeat()) {
                        announce(received);
                    }
                    return received.reply() == null
                            ? Receipt.silent(received)
                            : Receipt.of(
                                    received,
                                    received.repeat() ? repeated.apply(received) : begun(received));
                },
                Receipt::turn);
    }

    /**
     * Takes in a message that is stored together with more than the message, and is answered later
     * or not at all.
     *
     * @param commit stores it, in its turn among what else is done to its conversation
     */
    public <T> T admit(InboundMessage message, Supplier<T> commit, Function<T, Received> received) {
        return started(
                enter(
                        LaneKey.of(message),
                        () -> {
                            T stored = commit.get();
                            if (!received.apply(stored).repeat()) {
                                announce(received.apply(stored));
                            }
                            return stored;
                        },
                        _ -> null));
    }

    /**
     * Has the model write a reply that somebody else opens: in a channel's conversation it is due
     * some time after the question.
     *
     * @param open appends the empty reply, or a version, in its turn among what else is done to the
     *     conversation; empty when there is nothing to write after all
     */
    public Optional<Turn> answer(Conversation conversation, Supplier<Optional<Message>> open) {
        return started(
                enter(
                        LaneKey.of(conversation),
                        () -> open.get().map(reply -> opened(conversation, reply)),
                        turn -> turn.orElse(null)));
    }

    private Turn opened(Conversation conversation, Message reply) {
        if (reply.version() > 1) {
            return begun(conversation, reply.position(), reply);
        }
        events.publish(new MessageAdded(reply));
        return new Turn(conversation, reply.id(), runner);
    }

    /** Tells subscribers of what somebody else committed. */
    public void publish(ConversationEvent event) {
        events.publish(event);
    }

    /**
     * Writes another version of a reply; also the way to retry one that failed.
     *
     * @return empty when the reply is not there any more
     */
    public Optional<Turn> regenerate(MessageId reply) {
        return conversationOf(reply).map(c -> begin(LaneKey.of(c), () -> version(c, reply)));
    }

    /**
     * Sends a user's message again with another text, as another version; what followed is kept
     * with the old one.
     *
     * @return empty when the message is not there any more
     * @throws InvalidMessageException when the text cannot be a message
     */
    public Optional<Turn> edit(MessageId message, String text) {
        return conversationOf(message)
                .map(c -> begin(LaneKey.of(c), () -> edited(c, message, clean(c, text))));
    }

    /**
     * Says who answers from now on. Where that is not the model any more, its turns end; what has
     * arrived of them is kept.
     */
    public void setMode(ConversationId id, Mode mode) {
        store.find(id).ifPresent(c -> inLane(c, () -> conversations.setMode(id, mode)));
        if (mode != Mode.AUTO) {
            stop(id);
        }
    }

    /**
     * Adds what the operator says by hand. In a channel's conversation the operator answers from
     * then on, and the turns of the model end.
     *
     * @return empty when the conversation is not there any more
     * @throws InvalidMessageException when the text cannot be a message
     */
    public Optional<Message> sayByHand(ConversationId id, String text) {
        Optional<Message> said =
                store.find(id).flatMap(c -> inLane(c, () -> conversations.sayByHand(c, text)));
        said.ifPresent(_ -> stop(id));
        return said;
    }

    /**
     * Before or after a message comes in, never between its commit and the moment from which its
     * turn can be stopped.
     */
    private <T> T inLane(Conversation conversation, Supplier<T> commit) {
        return started(lanes.enter(LaneKey.of(conversation), commit, _ -> null));
    }

    /** Ends every turn of the conversation at once; what has arrived is kept. */
    public void stop(ConversationId id) {
        turns(id).forEach(Turn::stop);
    }

    /** The turns of a conversation that are not over, the running one first. Waits for nothing. */
    public List<Turn> turns(ConversationId id) {
        return lanes.live().stream()
                .filter(turn -> turn.conversationId().equals(id))
                .sorted(Comparator.comparingLong(Turn::order))
                .toList();
    }

    /** What has arrived of the reply that is being written, if one is. */
    public Optional<Partial> partial(ConversationId id) {
        return turns(id).stream().findFirst().flatMap(Turn::partial);
    }

    /** Ends all turns; what has arrived of them is kept as INTERRUPTED. */
    @Override
    public void close() {
        closed = true;
        List<Turn> open = List.copyOf(lanes.live());
        open.forEach(turn -> turn.end(Turn.Reason.PROGRAM_ENDS));
        awaitEnd(open);
        checkpoints.close();
    }

    private Turn begin(LaneKey key, Supplier<Turn> commit) {
        return started(enter(key, commit, turn -> turn));
    }

    private <T> Entered<T> enter(
            LaneKey key, Supplier<T> commit, Function<T, @Nullable Turn> turn) {
        if (closed) {
            throw new IllegalStateException("The engine is closed");
        }
        Entered<T> entered = lanes.enter(key, commit, turn);
        checkpoints.wake();
        return entered;
    }

    private static <T> T started(Entered<T> entered) {
        Lanes.start(entered.turn());
        return entered.committed();
    }

    private void announce(Received received) {
        events.publish(new ConversationChanged(received.conversation()));
        events.publish(new MessageAdded(received.message()));
        if (received.reply() != null) {
            events.publish(new MessageAdded(received.reply()));
        }
    }

    private Turn begun(Received received) {
        Message reply = Objects.requireNonNull(received.reply());
        return new Turn(received.conversation(), reply.id(), runner);
    }

    private Turn again(Received received) {
        Message reply = Objects.requireNonNull(received.reply());
        return lanes.writing(reply.id())
                .orElseGet(() -> Turn.over(received.conversation(), ended(reply), runner));
    }

    /** Of a reply that nobody writes: it may have come to its end after it was read. */
    private Message ended(Message reply) {
        return reply.state() == MessageState.STREAMING
                ? store.message(reply.id()).orElse(reply)
                : reply;
    }

    private Turn version(Conversation conversation, MessageId of) {
        stop(conversation.id());
        Message reply =
                store.openVersion(of, clock.instant())
                        .orElseThrow(() -> new IllegalStateException("The message is gone"));
        return begun(conversation, reply.position(), reply);
    }

    private Turn edited(Conversation conversation, MessageId of, String text) {
        stop(conversation.id());
        Received received =
                store.edit(of, text, clock.instant())
                        .orElseThrow(() -> new IllegalStateException("The message is gone"));
        Message reply = Objects.requireNonNull(received.reply());
        return begun(received.conversation(), received.message().position(), reply);
    }

    private Turn begun(Conversation conversation, int fromPosition, Message reply) {
        events.publish(new PathChanged(conversation.id(), fromPosition, reply.position() + 1));
        return new Turn(conversation, reply.id(), runner);
    }

    private Optional<Conversation> conversationOf(MessageId id) {
        return store.message(id).flatMap(message -> store.find(message.conversationId()));
    }

    private static String clean(Conversation conversation, String text) {
        return new InboundMessage(
                        conversation.channel(), conversation.userId(), text, null, List.of())
                .text();
    }

    /** Within the lane, so that of two who ask at once one begins and the other joins. */
    private Turn retried(Received received) {
        Message reply = Objects.requireNonNull(received.reply());
        boolean failed =
                reply.state() == MessageState.FAILED || reply.state() == MessageState.INTERRUPTED;
        boolean last = reply.position() + 1 == received.conversation().size();
        boolean silent = received.conversation().mode() != Mode.AUTO;
        if (!failed || !last || silent || lanes.writing(reply.id()).isPresent()) {
            return again(received);
        }
        return store.openVersion(reply.id(), clock.instant())
                .map(opened -> begun(received.conversation(), opened.position(), opened))
                .orElseGet(() -> again(received));
    }

    /**
     * Erases a conversation for good. Its turns are stopped first; at most some seconds are spent
     * waiting for their end.
     */
    public void erase(ConversationId id) {
        List<Turn> open = turns(id);
        open.forEach(Turn::stop);
        awaitEnd(open);
        conversations.erase(id);
    }

    private static void awaitEnd(List<Turn> turns) {
        CompletableFuture<?>[] ends =
                turns.stream().map(Turn::done).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, PATIENCE_AT_CLOSE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(e -> null)
                .join();
    }
}
