package app.prosa.server.sse;

import app.prosa.server.http.Caller;
import app.prosa.server.http.Departure;
import app.prosa.server.http.Exchange;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The open streams of one kind: kept alive, counted, ended together. */
public final class Streams {
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * @param onEnd called once when the stream is over, whoever ended it
     */
    public EventStream open(Exchange exchange, Runnable onEnd) {
        EventStream stream = made(exchange, onEnd);
        endIfClosing(stream);
        return stream;
    }

    /**
     * A stream that goes on until its client leaves, which is noticed at once: those who come and
     * go must not take the place of others until somebody has something to tell them.
     *
     * @param onEnd as for {@link #open}
     */
    public EventStream listen(Exchange exchange, Runnable onEnd) {
        EventStream stream = made(exchange, onEnd);
        Departure.watch(exchange, stream::cut);
        endIfClosing(stream);
        return stream;
    }

    private EventStream made(Exchange exchange, Runnable onEnd) {
        EventStream[] made = new EventStream[1];
        EventStream stream =
                new EventStream(
                        exchange,
                        () -> {
                            open.remove(made[0]);
                            onEnd.run();
                        });
        made[0] = stream;
        open.add(stream);
        return stream;
    }

    private void endIfClosing(EventStream stream) {
        if (closing.get()) {
            stream.end();
        }
    }

    /** To be called every few seconds. */
    public void tick() {
        long now = System.nanoTime();
        open.forEach(stream -> stream.tick(now));
    }

    /** Ends the streams of callers that are not known any more. */
    public void keepOnly(Predicate<Caller> known) {
        for (EventStream stream : open) {
            if (!known.test(stream.caller())) {
                stream.end();
            }
        }
    }

    /** Ends all, also those that are opened after this. */
    public void endAll() {
        closing.set(true);
        open.forEach(EventStream::end);
    }

    public int size() {
        return open.size();
    }
}
