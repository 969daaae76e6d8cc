package app.prosa.llm;

import app.prosa.testing.http.LoopbackServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the OpenAI protocol over raw sockets, as strict as the original: what it
 * does not like it answers with 4xx. How it behaves is chosen by the name of the model, see {@link
 * FakeModel}; {@code GET /v1/models} lists them. It also speaks Azure's dialect of the protocol,
 * below {@code /openai/v1} and with the key in {@code api-key}.
 *
 * <p>By hand: {@code java -cp … app.prosa.llm.FakeOpenAi [port]}, with the key {@value #KEY}.
 */
public final class FakeOpenAi implements AutoCloseable {
    public static final String KEY = "sk-test-good";

    private final @Nullable String key;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Received> fresh = new LinkedBlockingQueue<>();
    private final Map<FakeModel, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    private FakeOpenAi(int port, @Nullable String key) {
        this.key = key;
        this.server =
                LoopbackServer.start(
                        port, (socket, number) -> new FakeConnection(this, socket, number).serve());
    }

    /** On a free port, with the key {@value #KEY}. */
    public static FakeOpenAi start() {
        return new FakeOpenAi(0, KEY);
    }

    /** On a free port, for everyone, as an Ollama is. */
    public static FakeOpenAi startWithoutKey() {
        return new FakeOpenAi(0, null);
    }

    /** What a client is given: up to and including {@code /v1}. */
    public String baseUrl() {
        return origin() + "/v1";
    }

    /** Without a path, as an Azure resource is given. */
    public String origin() {
        return server.uri().toString();
    }

    /** All requests whose head and body came, in order. */
    public List<Received> requests() {
        return requests;
    }

    int connections() {
        return server.connections();
    }

    @Nullable String key() {
        return key;
    }

    void received(Received request) {
        requests.add(request);
        fresh.add(request);
    }

    /** The next request that was not awaited yet; waits for it. */
    public Received awaitRequest() throws InterruptedException {
        Received next = fresh.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("no request came");
        }
        return next;
    }

    /** How often the model was called, this call included. */
    int countCall(FakeModel model) {
        return calls.computeIfAbsent(model, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** How many requests have named a model. */
    int requestsOf(String model) {
        return (int) requests.stream().filter(request -> request.model().equals(model)).count();
    }

    @Override
    public void close() {
        server.close();
    }

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8089;
        FakeOpenAi fake = new FakeOpenAi(port, KEY);
        System.out.println(fake.baseUrl() + " with the key " + KEY + ". Models:");
        for (FakeModel model : FakeModel.values()) {
            System.out.printf("  %-18s %s%n", model.title(), model.what());
        }
        new CountDownLatch(1).await();
    }
}
