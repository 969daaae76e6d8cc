package app.prosa.desktop.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.desktop.FakeHub;
import app.prosa.desktop.Fx;
import app.prosa.desktop.FxThread;
import app.prosa.settings.hub.RequestLine;
import app.prosa.settings.hub.RequestLine.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** The log of the requests, on the JavaFX thread. */
class RequestLogTest {
    private final FakeHub hub = new FakeHub();

    @Test
    void a_thousand_requests_are_few_changes_of_the_list() throws Exception {
        RequestLog log = Fx.call(() -> new RequestLog(hub, FxThread::run));
        AtomicInteger changes = new AtomicInteger();
        Fx.run(() ->
                log.lines()
                        .addListener(
                                (ListChangeListener<RequestLine>) _ -> changes.incrementAndGet()));
        for (int i = 0; i < 1000; i++) {
            hub.answered(request("/" + i));
        }
        Fx.until(() -> log.lines().size() == 1000);
        assertEquals("/999", Fx.call(() -> log.lines().getFirst().path()));
        assertEquals(true, changes.get() < 500, "one change for many: " + changes);
        Fx.run(log::close);
        assertEquals(0, hub.listeners());
    }

    @Test
    void while_it_is_paused_nothing_moves_and_nothing_is_lost() throws Exception {
        RequestLog log = Fx.call(() -> new RequestLog(hub, FxThread::run));
        hub.answered(request("/a"));
        Fx.until(() -> log.lines().size() == 1);
        Fx.run(() -> log.pause(true));
        hub.answered(request("/b"));
        assertEquals(1, Fx.call(() -> log.lines().size()));
        Fx.run(() -> log.pause(false));
        assertEquals(
                List.of("/b", "/a"),
                Fx.call(() -> log.lines().stream().map(RequestLine::path).toList()));
        Fx.run(log::close);
    }

    private static RequestLine request(String path) {
        return new RequestLine(
                Instant.EPOCH, "GET", path, 200, Duration.ofMillis(3), Who.NOBODY, "127.0.0.1");
    }
}
