package app.prosa.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

/**
 * What one client sent never gets into the request of another, however the threads of the server
 * come to lie. Here the one that refuses a request is held up until another one reads on from that
 * connection, and that one until the next connection has its buffer.
 */
class StrayBytesTest {
    private static final String REFUSED =
            "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int TIMES = 20;

    private volatile Round round = new Round();

    /** A request that is refused, and the next one. */
    private static final class Round {
        final CountDownLatch refused = new CountDownLatch(1);
        final CountDownLatch reads = new CountDownLatch(1);
        final CountDownLatch nextIsHere = new CountDownLatch(1);
        final CountDownLatch hasRead = new CountDownLatch(1);
    }

    /** A connection that takes its turn. */
    private final class Turns extends SocketChannelEndPoint {
        private final Round mine = round;
        private final boolean next = mine.reads.getCount() == 0;

        Turns(ServerConnector connector, SocketChannel channel, ManagedSelector s, SelectionKey k) {
            super(channel, s, k, connector.getScheduler());
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            if (next) {
                mine.nextIsHere.countDown();
                await(mine.hasRead);
            } else if (mine.refused.getCount() == 0) {
                mine.reads.countDown();
                await(mine.nextIsHere);
                try {
                    return super.fill(buffer);
                } finally {
                    mine.hasRead.countDown();
                }
            }
            return super.fill(buffer);
        }
    }

    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String seen = request.getMethod() + " " + request.getHttpURI().getPath();
            byte[] body = seen.getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put("Content-Length", body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }

    @Test
    void what_one_client_sent_is_no_part_of_what_another_sends() throws Exception {
        Server server = JettySetup.server();
        server.setHandler(new Echo());
        QueuedThreadPool threads = (QueuedThreadPool) server.getThreadPool();
        threads.setVirtualThreadsExecutor(this::execute);
        ServerConnector connector =
                new ServerConnector(server, 1, 1) {
                    @Override
                    protected SocketChannelEndPoint newEndPoint(
                            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                        return new Turns(this, channel, selector, key);
                    }
                };
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        LifeCycle.start(server);
        try {
            for (int i = 0; i < TIMES; i++) {
                round = new Round();
                oneAfterTheOther(connector.getLocalPort());
            }
        } finally {
            LifeCycle.stop(server);
        }
    }

    private void oneAfterTheOther(int port) throws IOException {
        try (Wire wire = new Wire(port).say(REFUSED)) {
            assertEquals(414, wire.hear().status());
            await(round.reads);
            Answer answer = new Wire.Call(port, "POST", "/api/chat").json("{}").send();
            assertEquals("POST /api/chat", answer.body());
        }
    }

    /** Starts the task, and has whoever found a request to be none wait for the next reader. */
    private void execute(Runnable task) {
        Round now = round;
        boolean refusing =
                StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame ->
                                        frame.getClassName().equals(HttpParser.class.getName())));
        if (refusing) {
            now.refused.countDown();
        }
        Thread.startVirtualThread(task);
        if (refusing) {
            await(now.reads);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, SECONDS), "Does the server still read on, after a refusal?");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
