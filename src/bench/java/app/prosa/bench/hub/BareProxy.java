package app.prosa.bench.hub;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
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
 * What the hub is measured against: a handler that hands each question on to the model server and
 * its answer back, and stores nothing. Started like {@link Upstream}.
 */
public final class BareProxy extends Handler.Abstract {
    private static final int BACKLOG = 16_384;
    private static final int CONNECTIONS = 16_384;

    private static final byte[] QUESTION =
            """
            {"model":"bench","stream":true,"stream_options":{"include_usage":true},\
            "messages":[{"role":"user","content":"How do I reset my password?"}]}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpClient client;
    private final URI upstream;

    private BareProxy(HttpClient client, URI upstream) {
        this.client = client;
        this.upstream = upstream;
    }

    /**
     * @param args the port of the model server
     */
    public static void main(String[] args) throws Exception {
        HttpClient client = new HttpClient();
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.start();
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(BACKLOG);
        server.addConnector(connector);
        URI upstream = URI.create("http://127.0.0.1:" + args[0] + "/v1/chat/completions");
        server.setHandler(new BareProxy(client, upstream));
        server.start();
        System.out.println(connector.getLocalPort());
        while (System.in.read() >= 0) {}
        server.stop();
        client.stop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Content.Source.asByteBuffer(request);
        ContentResponse answer =
                client.POST(upstream)
                        .body(new BytesRequestContent("application/json", QUESTION))
                        .send();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(answer.getContent()), callback);
        return true;
    }
}
