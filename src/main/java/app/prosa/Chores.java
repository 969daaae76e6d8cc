package app.prosa;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.StoreException;
import app.prosa.llm.Models;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start puts off until the window can be used. */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    /** Whoever opens a conversation at once has the processors to themselves. */
    private static final int PAUSE_SECONDS = 3;

    private static final Executor BACKGROUND = Thread.ofVirtual().name("chores-", 0)::start;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS, BACKGROUND);

    /** As many messages as a conversation that is opened asks for. */
    private static final int MESSAGES = 50;

    private final Conversations conversations;
    private final Runnable warmUp;
    private final Executor soon;
    private final Executor later;
    private volatile boolean closed;

    Chores(Conversations conversations, Models models) {
        this(conversations, models::warm, BACKGROUND, LATER);
    }

    Chores(Conversations conversations, Runnable warmUp, Executor soon, Executor later) {
        this.conversations = conversations;
        this.warmUp = warmUp;
        this.soon = soon;
        this.later = later;
    }

    /** Returns at once. */
    void begin() {
        soon.execute(() -> attempt(this::readOne));
        later.execute(() -> attempt(this::tidy));
    }

    private void attempt(Runnable chore) {
        try {
            if (!closed) {
                chore.run();
            }
        } catch (StoreException e) {
            // A program that was closed again at once has nothing to say about it.
            if (!closed) {
                LOG.warn("A chore after the start was left undone", e);
            }
        }
    }

    /** Reads what opening a conversation reads: the first time takes the database far longer. */
    private void readOne() {
        for (Conversation newest : conversations.page(Query.ALL, null, 1)) {
            conversations.find(newest.id());
            conversations.draft(newest.id());
            conversations.path(newest.id(), newest.size() - MESSAGES, newest.size());
        }
    }

    private void tidy() {
        conversations.purgeOldTrash();
        warmUp.run();
    }

    /** What has not begun is left undone. */
    @Override
    public void close() {
        closed = true;
    }
}
