package app.prosa.server.openai;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import org.jspecify.annotations.Nullable;

/** One call of a model that others can break off. */
final class ModelCall {
    /** The thread while it is in the call, and only then. */
    private @Nullable Thread calling;

    private boolean cancelled;

    /**
     * @throws InterruptedException when it was broken off, also before it began
     */
    ChatOutcome run(ChatModel model, ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException {
        enter();
        try {
            return model.stream(request, sink);
        } catch (ChatModelException e) {
            if (isCancelled()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            leave();
        }
    }

    /** Ends the call at once, or lets it not begin. */
    synchronized void cancel() {
        cancelled = true;
        if (calling != null) {
            calling.interrupt();
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private synchronized void enter() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException();
        }
        calling = Thread.currentThread();
    }

    /** An interrupt that came in between was for the call, which is over. */
    @SuppressWarnings("InterruptedExceptionSwallowed")
    private synchronized void leave() {
        calling = null;
        Thread.interrupted();
    }
}
