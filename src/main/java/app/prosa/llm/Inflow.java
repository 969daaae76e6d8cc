package app.prosa.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, from Jetty's thread to the reader's. Unlike Jetty's own, it asks for more
 * before the reader has read, up to a limit: otherwise the reader would wake the selecting thread
 * once for every piece, and an answer has hundreds.
 */
final class Inflow extends InputStream implements Response.Listener {
    private static final int MOST_BYTES = 256 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<ByteBuffer> pieces = new ArrayDeque<>();
    private int size;
    private @Nullable Runnable more;
    private @Nullable Response head;
    private @Nullable Result result;

    /** Wakes nobody: the reader can do nothing with it before something of the body is there. */
    @Override
    public void onHeaders(Response response) {
        lock.lock();
        try {
            head = response;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onContent(Response response, Content.Chunk chunk, Runnable demander) {
        ByteBuffer from = chunk.getByteBuffer();
        if (!from.hasRemaining()) {
            demander.run();
            return;
        }
        ByteBuffer copy = ByteBuffer.allocate(from.remaining()).put(from).flip();
        boolean enough =
                change(() -> {
                    pieces.add(copy);
                    size += copy.remaining();
                    more = size > MOST_BYTES ? demander : null;
                });
        if (!enough) {
            demander.run();
        }
    }

    @Override
    public void onComplete(Result end) {
        change(() -> result = end);
    }

    private boolean change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
            return more != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for status and headers, and for the beginning of the body.
     *
     * @throws TransportException when there will be none
     */
    Response awaitHead() throws InterruptedException {
        lock.lock();
        try {
            while (pieces.isEmpty() && result == null) {
                changed.await();
            }
            if (head == null) {
                throw new TransportException(failure());
            }
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end; false when it does not come in time. */
    boolean awaitEnd(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (result == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return result != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Runnable held;
        int count;
        lock.lock();
        try {
            while (pieces.isEmpty() && result == null) {
                changed.await();
            }
            count = take(to, offset, length);
            held = more;
            more = null;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        } finally {
            lock.unlock();
        }
        if (held != null) {
            held.run();
        }
        return count;
    }

    private int take(byte[] to, int offset, int length) throws IOException {
        ByteBuffer piece = pieces.peek();
        if (piece == null) {
            if (result != null && result.isFailed()) {
                throw new IOException(failure());
            }
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(to, offset, count);
        size -= count;
        if (!piece.hasRemaining()) {
            pieces.remove();
        }
        return count;
    }

    private Throwable failure() {
        Throwable failure = result == null ? null : result.getFailure();
        return failure == null ? new IOException() : failure;
    }
}
