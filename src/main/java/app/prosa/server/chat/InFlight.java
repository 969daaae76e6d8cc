package app.prosa.server.chat;

import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The answers that are waited for at this moment; more than so many are refused at once. */
public final class InFlight {
    private static final int RETRY_SECONDS = 2;
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    public InFlight(int most) {
        this.most = most;
    }

    /**
     * Counts until the end of the exchange.
     *
     * @throws Refusal OVERLOADED
     */
    public void enter(Exchange exchange) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw new Refusal(ApiError.OVERLOADED).retryAfter(RETRY_SECONDS);
        }
        exchange.atEnd(count::decrementAndGet);
    }

    /**
     * @return false if some were left when the time was over
     */
    public boolean awaitNone(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (count.get() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return count.get() == 0;
    }

    public int count() {
        return count.get();
    }
}
