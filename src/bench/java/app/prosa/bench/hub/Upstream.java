package app.prosa.bench.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A model server that answers every question with the same stream, and {@link Caller#AT_ONCE}
 * without a pause. Says its port on its standard output, and ends with its standard input.
 */
public final class Upstream extends Handler.Abstract {
    private static final int BACKLOG = 16_384;

    private final Pace pace;

    /**
     * How a stream goes.
     *
     * @param waitMillis before its first token
     * @param tokens how many follow one another
     * @param gapMillis between two of them
     */
    private record Pace(int waitMillis, int tokens, int gapMillis) {}

    private Upstream(Pace pace) {
        this.pace = pace;
    }

    /**
     * @param args what {@link Pace} is made of
     */
    public static void main(String[] args) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        server.addConnector(connector);
        Pace pace =
                new Pace(
                        Integer.parseInt(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]));
        server.setHandler(new Upstream(pace));
        server.start();
        System.out.println(connector.getLocalPort());
        while (System.in.read() >= 0) {}
        server.stop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        final long received = System.nanoTime();
        boolean patient = !Content.Source.asString(request).contains(Caller.AT_ONCE);
        pause(patient, pace.waitMillis);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < pace.tokens; i++) {
            String event = token(i == 0 ? Stamps.received(received) : Stamps.sent());
            if (pace.gapMillis == 0) {
                whole.append(event);
            } else {
                Content.Sink.write(response, false, bytes(event));
                pause(patient, pace.gapMillis);
            }
        }
        whole.append(END);
        response.write(true, bytes(whole.toString()), callback);
        return true;
    }

    private static void pause(boolean patient, int millis) throws InterruptedException {
        if (patient) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    private static final String END =
            """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"bench","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"bench","choices":[],"usage":{"prompt_tokens":20,"completion_tokens":8,"total_tokens":28}}

            data: [DONE]

            """;

    private static String token(String text) {
        return """
        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"bench","choices":[{"index":0,"delta":{"content":"%s "},"finish_reason":null}]}

        """
                .formatted(text);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
