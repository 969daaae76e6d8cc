package app.prosa.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hub's contract for the web channel, as strict as the real one: what it does not like it
 * refuses and remembers as a complaint. It serves the files of the page as they lie in the source.
 */
final class FakeHub implements Place {
    final FakeVisitors visitors = new FakeVisitors();
    final FakeModelAnswer model = new FakeModelAnswer();
    final Map<String, FakeTalk> talks = new ConcurrentHashMap<>();
    final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final Set<String> origins = ConcurrentHashMap.newKeySet();

    /** So many of the next messages are answered with 429. */
    final AtomicInteger busy = new AtomicInteger();

    /** What the operator set for the page, as JSON. */
    volatile String page = "{\"title\":\"Bakery Sol\",\"greeting\":\"Good to see you!\"}";

    private final int port;
    private HttpServer server;
    private ExecutorService threads;
    private volatile boolean away;

    FakeHub() {
        server = open(0);
        port = server.getAddress().getPort();
        threads = serve();
    }

    private static HttpServer open(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExecutorService serve() {
        ExecutorService perRequest = Executors.newVirtualThreadPerTaskExecutor();
        server.createContext("/", new FakeRoutes(this));
        server.setExecutor(perRequest);
        server.start();
        return perRequest;
    }

    @Override
    public URI page() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    boolean isAway() {
        return away;
    }

    FakeTalk talk(String user) {
        return talks.computeIfAbsent(user, _ -> new FakeTalk());
    }

    /** The conversation of the only visitor who wrote. */
    FakeTalk onlyTalk() {
        if (talks.size() != 1) {
            throw new IllegalStateException(talks.size() + " visitors");
        }
        return talks.values().iterator().next();
    }

    void complain(String about) {
        complaints.add(about);
    }

    @Override
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void allow(String origin) {
        origins.add(origin);
    }

    @Override
    public void goAway() {
        away = true;
        talks.values()
                .forEach(talk -> talk.turns().forEach(t -> t.end(FakeTurn.State.INTERRUPTED)));
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public void comeBack() {
        away = false;
        server = open(port);
        threads = serve();
    }

    @Override
    public void replyByHand(String text) {
        onlyTalk().add("operator", text, FakeTurn.State.COMPLETE);
    }

    @Override
    public void close() {
        away = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
