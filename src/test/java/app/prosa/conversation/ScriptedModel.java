package app.prosa.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A model that does what a test tells it to, call by call, and remembers what it was asked. */
public final class ScriptedModel implements ChatModel {
    /** What one call does. */
    public interface Script {
        void play(ReplySink sink) throws ChatModelException, InterruptedException;
    }

    private final LinkedBlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private volatile boolean cutShort;
    private final List<ChatRequest> requests = Collections.synchronizedList(new ArrayList<>());

    public ScriptedModel then(Script script) {
        scripts.add(script);
        return this;
    }

    public ScriptedModel answers(String... pieces) {
        return then(sink -> {
            for (String piece : pieces) {
                sink.answer(piece);
            }
        });
    }

    /** Ends because it has no tokens left. */
    public ScriptedModel cutsShort(String piece) {
        return then(sink -> {
            sink.answer(piece);
            cutShort = true;
        });
    }

    public ScriptedModel fails(Failure.Kind kind, String... before) {
        return then(sink -> {
            for (String piece : before) {
                sink.answer(piece);
            }
            throw new ChatModelException(Failure.of(kind, "scripted"), null);
        });
    }

    /** Answers with the piece, tells that it did, and then hangs until it is interrupted. */
    public ScriptedModel hangsAfter(String piece, CountDownLatch hanging) {
        return then(sink -> {
            sink.answer(piece);
            hanging.countDown();
            new CountDownLatch(1).await();
        });
    }

    public List<ChatRequest> requests() {
        return requests;
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException {
        requests.add(request);
        cutShort = false;
        @Nullable Script script = scripts.poll();
        if (script == null) {
            sink.answer("ok");
        } else {
            script.play(sink);
        }
        return new ChatOutcome(request.model().model() + "-1", new ReplyMeta.Usage(3, 5), cutShort);
    }
}
