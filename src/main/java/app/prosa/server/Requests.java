package app.prosa.server;

import app.prosa.server.http.Caller;
import app.prosa.server.http.Exchange;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.RequestLine;
import app.prosa.settings.hub.RequestLine.Who;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last requests, for the operator's eyes: a ring, written without waiting for anybody. */
final class Requests {
    private static final int KEPT = 500;

    /** What anybody sends must not fill the memory. */
    private static final int LONGEST_PATH = 300;

    private static final int LONGEST_METHOD = 20;

    private final AtomicReferenceArray<RequestLine> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong count = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Requests(Clock clock) {
        this.clock = clock;
    }

    void watch(Exchange exchange) {
        long began = exchange.request().getBeginNanoTime();
        String method = cut(exchange.method(), LONGEST_METHOD);
        String path = cut(exchange.path(), LONGEST_PATH);
        exchange.atEnd(() -> add(line(exchange, method, path, began)));
    }

    private RequestLine line(Exchange exchange, String method, String path, long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new RequestLine(
                clock.instant(),
                method,
                path,
                exchange.response().getStatus(),
                took,
                who(exchange.caller()),
                name(exchange));
    }

    private static Who who(Caller caller) {
        return switch (caller) {
            case Caller.KeyHolder holder -> Who.KEY;
            case Caller.Visitor visitor -> Who.VISITOR;
            case Caller.Local local -> Who.NOBODY;
            case Caller.Stranger stranger -> Who.NOBODY;
        };
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static String name(Exchange exchange) {
        return exchange.caller() instanceof Caller.KeyHolder holder
                ? holder.name()
                : exchange.address();
    }

    private void add(RequestLine line) {
        ring.set((int) (count.getAndIncrement() % KEPT), line);
        listeners.forEach(Runnable::run);
    }

    /** Is told after each one. */
    HubControl.Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Newest first. */
    List<RequestLine> all() {
        long end = count.get();
        List<RequestLine> lines = new ArrayList<>();
        for (long i = end - 1; i >= Math.max(0, end - KEPT); i--) {
            RequestLine line = ring.get((int) (i % KEPT));
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }
}
