package app.prosa.server.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, read on the handler's virtual thread. It has to be there within a time
 * that does not begin anew with each byte.
 */
final class Body {
    private static final long DISCARD = TimeUnit.SECONDS.toNanos(5);

    private final Request request;
    private final long until;
    private byte[] bytes = new byte[0];
    private int length;

    private Body(Request request, long patience) {
        this.request = request;
        this.until = System.nanoTime() + patience;
    }

    /**
     * @param limit the most bytes that are read
     * @param patience how long all of it may take
     * @throws Refusal BODY_TOO_LARGE, REQUEST_TIMEOUT, or BAD_REQUEST when it breaks off
     */
    static byte[] read(Request request, int limit, Duration patience) {
        long announced = request.getLength();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        return new Body(request, patience.toNanos()).read(limit, Math.max(0, (int) announced));
    }

    private byte[] read(int limit, int announced) {
        bytes = new byte[announced];
        while (true) {
            Content.Chunk chunk = next();
            if (chunk == null) {
                throw new Refusal(ApiError.REQUEST_TIMEOUT);
            }
            if (Content.Chunk.isFailure(chunk)) {
                throw new Refusal(ApiError.BAD_REQUEST);
            }
            boolean fits = length + chunk.remaining() <= limit;
            if (fits) {
                add(chunk);
            }
            boolean last = chunk.isLast();
            chunk.release();
            if (!fits) {
                throw tooLarge(limit);
            }
            if (last) {
                return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
            }
        }
    }

    private void add(Content.Chunk chunk) {
        int more = chunk.remaining();
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
        chunk.getByteBuffer().get(bytes, length, more);
        length += more;
    }

    /**
     * Reads what still comes and forgets it, so that a caller who sends first and listens later
     * hears the answer instead of a broken connection.
     */
    static void discard(Request request) {
        Body rest = new Body(request, DISCARD);
        Content.Chunk chunk = rest.next();
        while (chunk != null && !Content.Chunk.isFailure(chunk)) {
            boolean last = chunk.isLast();
            chunk.release();
            chunk = last ? null : rest.next();
        }
    }

    /** The next piece, or null when the time is over. */
    private Content.@Nullable Chunk next() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk != null) {
                return chunk;
            }
            Semaphore arrival = new Semaphore(0);
            request.demand(arrival::release);
            try {
                if (!arrival.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return null;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private static Refusal tooLarge(int limit) {
        return new Refusal(ApiError.BODY_TOO_LARGE, limit / 1024);
    }
}
