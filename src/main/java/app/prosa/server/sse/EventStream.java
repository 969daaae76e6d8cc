package app.prosa.server.sse;

import app.prosa.server.http.Caller;
import app.prosa.server.http.Exchange;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Server-sent events to one client (WHATWG HTML, section 9.2).
 *
 * <p>Whoever has an event writes it into memory and, if nothing is being written, on to the socket,
 * without waiting and without another thread. What comes while the socket is busy goes out with the
 * next write. A client that lets too much gather loses the stream; it comes back and catches up.
 */
public final class EventStream {
    private static final int MOST_WAITING = 512 * 1024;
    private static final HttpField TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/event-stream");
    private static final HttpField NO_STORE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    /** Nginx gathers answers unless it is told not to. */
    private static final HttpField NO_GATHERING =
            new PreEncodedHttpField("X-Accel-Buffering", "no");

    private final Exchange exchange;
    private final Runnable onEnd;
    private final Output output = new Output();
    private Utf8Buffer waiting = new Utf8Buffer();
    private Utf8Buffer going = new Utf8Buffer();
    private boolean ending;
    private boolean over;
    private boolean busy;
    private long since = System.nanoTime();

    /** Writes what waits, until nothing does. */
    private final class Output extends IteratingCallback {
        @Override
        protected Action process() {
            boolean last;
            synchronized (EventStream.this) {
                busy = waiting.length() > 0 || (ending && !over);
                since = busy ? System.nanoTime() : since;
                if (!busy) {
                    return over ? Action.SUCCEEDED : Action.IDLE;
                }
                last = ending;
                over = last;
                Utf8Buffer next = waiting;
                waiting = going;
                waiting.clear();
                going = next;
            }
            exchange.response().write(last, going.content(), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            onEnd.run();
            exchange.ending().succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            synchronized (EventStream.this) {
                ending = true;
                over = true;
            }
            onEnd.run();
            exchange.ending().failed(cause);
        }
    }

    /**
     * @param onEnd called once when the stream is over, whoever ended it
     */
    EventStream(Exchange exchange, Runnable onEnd) {
        this.exchange = exchange;
        this.onEnd = onEnd;
        // Silence is the nature of these; who is gone is noticed by the next comment.
        exchange.request().addIdleTimeoutListener(timeout -> false);
        exchange.response().setStatus(200);
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put(TYPE);
        headers.put(NO_STORE);
        headers.put(NO_GATHERING);
    }

    public Caller caller() {
        return exchange.caller();
    }

    /**
     * Sends at once what is written into the buffer, or with what is sent next; never waits.
     * Nothing happens when the stream is over.
     */
    public void send(Consumer<Utf8Buffer> event) {
        send(event, false);
    }

    /** One event may be larger than what may gather; it is only not added to too much. */
    private void send(Consumer<Utf8Buffer> event, boolean last) {
        boolean tooMuch;
        synchronized (this) {
            if (ending) {
                return;
            }
            tooMuch = waiting.length() > MOST_WAITING;
            if (!tooMuch) {
                event.accept(waiting);
                ending = last;
            }
        }
        if (tooMuch) {
            cut();
        } else {
            output.iterate();
        }
    }

    /** Ends the stream after what waits has been written. */
    public void end() {
        end(nothing -> {});
    }

    /** Sends a last event, and ends the stream with it. */
    public void end(Consumer<Utf8Buffer> event) {
        send(event, true);
    }

    /** Ends it at once. */
    void cut() {
        exchange.request().getConnectionMetaData().getConnection().getEndPoint().close();
        // Of Jetty's own kind, which it does not log.
        output.abort(new EofException("The client was too slow, or has left"));
    }

    /** Shows that it is alive, and ends it if the client does not read. */
    void tick(long now) {
        boolean stuck;
        boolean quiet;
        synchronized (this) {
            long passed = now - since;
            stuck = busy && passed > exchange.patience().stuck().toNanos();
            quiet = !busy && passed > exchange.patience().quiet().toNanos();
        }
        if (stuck) {
            cut();
        } else if (quiet) {
            send(out -> out.ascii(":\n\n"));
        }
    }
}
