package app.prosa.server.openai;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ReplyMeta;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Departure;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** One request for a completion, from the call of the model to the end of the answer. */
final class Completion {
    private static final int RETRY_SECONDS = 5;

    private final Exchange exchange;
    private final ChatRequest request;
    private final String model;
    private final ModelCall call = new ModelCall();
    private volatile boolean gone;

    /**
     * @param model the name that was asked for
     */
    Completion(Exchange exchange, ChatRequest request, String model) {
        this.exchange = exchange;
        this.request = request;
        this.model = model;
    }

    /**
     * Runs it on the calling thread.
     *
     * @param count told what was used, once, before the client has the end of the answer; null when
     *     the provider did not count
     */
    void run(ChatModel asked, Reply reply, Consumer<ReplyMeta.@Nullable Usage> count) {
        // However long it takes: whoever waits for an answer sends nothing.
        exchange.request().addIdleTimeoutListener(timeout -> false);
        Departure.watch(exchange, this::leave);
        try {
            ChatOutcome outcome = call.run(asked, request, reply);
            count.accept(outcome.usage());
            reply.done(outcome);
        } catch (ChatModelException e) {
            countBegun(reply, count);
            reply.failed(ModelRefusals.of(e.failure(), model));
        } catch (InterruptedException e) {
            countBegun(reply, count);
            end(reply);
        }
    }

    /** Whatever it was broken off for. */
    private void end(Reply reply) {
        if (gone && !reply.begun()) {
            // Of Jetty's own kind, which it does not log: people may leave.
            exchange.ending().failed(new EofException("The client is gone"));
        } else {
            reply.failed(new Refusal(ApiError.STOPPING).retryAfter(RETRY_SECONDS));
        }
    }

    private static void countBegun(Reply reply, Consumer<ReplyMeta.@Nullable Usage> count) {
        if (reply.begun()) {
            count.accept(null);
        }
    }

    private void leave() {
        gone = true;
        call.cancel();
    }

    /** Nobody waits for it any more, or nobody may. */
    void cancel() {
        call.cancel();
    }
}
