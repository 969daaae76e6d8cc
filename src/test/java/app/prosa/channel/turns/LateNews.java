package app.prosa.channel.turns;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.Leases;
import app.prosa.conversation.delivery.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A store in which something happens just after somebody looked whether an answer is due. */
record LateNews(ChannelStore whole, AtomicReference<Runnable> news) implements ChannelStore {

    LateNews(ChannelStore whole) {
        this(whole, new AtomicReference<>(() -> {}));
    }

    /** Once. */
    void afterLooking(Runnable what) {
        news.set(what);
    }

    @Override
    public DueTurns turns() {
        DueTurns turns = whole.turns();
        return new DueTurns() {
            @Override
            public List<Due> earliest(int limit) {
                return turns.earliest(limit);
            }

            @Override
            public Opening open(ConversationId id, String owner, Instant until, Instant now) {
                return turns.open(id, owner, until, now);
            }

            @Override
            public boolean extend(ConversationId id, String owner, Instant until) {
                return turns.extend(id, owner, until);
            }

            @Override
            public boolean close(ConversationId id, String owner, Instant now) {
                return turns.close(id, owner, now);
            }

            @Override
            public void retry(ConversationId id, String owner, Instant at) {
                turns.retry(id, owner, at);
            }

            @Override
            public Optional<Instant> due(ConversationId id) {
                Optional<Instant> seen = turns.due(id);
                news.getAndSet(() -> {}).run();
                return seen;
            }
        };
    }

    @Override
    public Outbox outbox() {
        return whole.outbox();
    }

    @Override
    public Correspondents correspondents() {
        return whole.correspondents();
    }

    @Override
    public Leases leases() {
        return whole.leases();
    }
}
