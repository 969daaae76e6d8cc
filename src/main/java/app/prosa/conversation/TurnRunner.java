package app.prosa.conversation;

import app.prosa.conversation.ConversationStore.Finished;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a turn: asks the model, streams, stores the end. */
final class TurnRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);

    private static final Duration RETRY_STORE = Duration.ofSeconds(2);

    private final ConversationStore store;
    private final ChatModel model;
    private final Function<Conversation, TurnPlan> plans;
    private final Events events;
    private final Prompt prompt;

    TurnRunner(
            ConversationStore store,
            ChatModel model,
            Function<Conversation, TurnPlan> plans,
            Events events) {
        this.store = store;
        this.model = model;
        this.plans = plans;
        this.events = events;
        this.prompt = new Prompt(store);
    }

    /** How a turn went. */
    private record End(
            MessageState state,
            @Nullable Failure failure,
            @Nullable ModelRef model,
            ReplyMeta.@Nullable Usage usage,
            boolean cutShort) {

        /** An end before the model was done. */
        End(MessageState state, @Nullable Failure failure, @Nullable ModelRef model) {
            this(state, failure, model, null, false);
        }

        @Nullable ReplyMeta meta(ReplyBuffer buffer) {
            return model == null ? null : buffer.meta(model, usage, cutShort);
        }
    }

    /** Returns what was stored. */
    Finished run(Turn turn) {
        ReplyBuffer buffer =
                new ReplyBuffer(turn.conversationId(), turn.replyId(), events::publish);
        turn.collectIn(buffer);
        return keep(turn, ask(turn, buffer), buffer);
    }

    void announce(Finished stored) {
        events.publish(new ConversationEvent.MessageChanged(stored.reply()));
        events.publish(new ConversationEvent.ConversationChanged(stored.conversation()));
    }

    /**
     * A store that cannot keep the reply now (a full disk) is asked again until it can or the
     * program ends.
     */
    private Finished keep(Turn turn, End end, ReplyBuffer buffer) {
        while (true) {
            try {
                return finish(turn, end, buffer);
            } catch (StoreException e) {
                LOG.warn("Could not keep a reply: {}", e.getMessage());
                events.publish(
                        new ConversationEvent.StoreTroubled(turn.conversationId(), e.reason()));
                if (!turn.sleepUnlessEnding(RETRY_STORE)) {
                    throw e;
                }
            }
        }
    }

    private Finished finish(Turn turn, End end, ReplyBuffer buffer) {
        Partial text = buffer.partial();
        return store.finish(
                        turn.replyId(),
                        end.state(),
                        text.text(),
                        text.reasoning(),
                        end.failure(),
                        end.meta(buffer))
                .orElseThrow(() -> new IllegalStateException("The reply is gone"));
    }

    private End ask(Turn turn, ReplyBuffer buffer) {
        ModelRef asked = null;
        try {
            TurnPlan plan = plans.apply(now(turn));
            asked = plan.model();
            if (asked == null) {
                return failed(Failure.of(Failure.Kind.NO_MODEL), null, buffer);
            }
            return call(turn, prompt.of(asked, plan, turn.conversation(), turn.replyId()), buffer);
        } catch (InterruptedException e) {
            return ended(turn, asked);
        } catch (ChatModelException e) {
            return turn.ended() == null ? failed(e.failure(), asked, buffer) : ended(turn, asked);
        } catch (ReplyBuffer.TooLongException e) {
            return failed(Failure.of(Failure.Kind.SERVER), asked, buffer);
        } catch (RuntimeException e) {
            LOG.error("A turn failed", e);
            return failed(Failure.of(Failure.Kind.INTERNAL), asked, buffer);
        }
    }

    /** Its options may have changed while the turn waited in its lane. */
    private Conversation now(Turn turn) {
        return turn.waited()
                ? store.find(turn.conversationId()).orElse(turn.conversation())
                : turn.conversation();
    }

    private End call(Turn turn, ChatRequest request, ReplyBuffer buffer)
            throws ChatModelException, InterruptedException {
        turn.enterCall();
        try {
            ChatOutcome outcome = model.stream(request, buffer);
            ModelRef answered = new ModelRef(request.model().provider(), outcome.model());
            return new End(
                    MessageState.COMPLETE, null, answered, outcome.usage(), outcome.cutShort());
        } finally {
            turn.leaveCall();
        }
    }

    private static End ended(Turn turn, @Nullable ModelRef asked) {
        return turn.ended() == Turn.Reason.STOPPED
                ? new End(MessageState.STOPPED, null, asked)
                : new End(MessageState.INTERRUPTED, Failure.of(Failure.Kind.PROGRAM_ENDED), asked);
    }

    /** Half an answer is kept and marked as such; without a word of it the turn has failed. */
    private static End failed(Failure failure, @Nullable ModelRef asked, ReplyBuffer buffer) {
        MessageState state =
                buffer.raw().text().isBlank() ? MessageState.FAILED : MessageState.INTERRUPTED;
        return new End(state, failure, asked);
    }
}
