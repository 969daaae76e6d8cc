package app.prosa.channel.meta;

import app.prosa.channel.SendResult;
import app.prosa.channel.json.Json;
import java.time.Duration;

/** The client that all doors share, and the server that it talks with. */
final class MetaRig implements AutoCloseable {
    static final String ANA = "24680";

    static final GraphLimits QUICK =
            new GraphLimits(
                    Duration.ofSeconds(5), Duration.ofMillis(600), Duration.ofSeconds(2), 1000);
    static final GraphLimits PATIENT =
            new GraphLimits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1000);

    final FakeGraph server = FakeGraph.start();
    final GraphClient graph;
    private final SendApi sender;

    MetaRig(GraphLimits limits) {
        this.graph = new GraphClient(server.access(FakeGraph.PAGE_TOKEN), limits);
        this.sender = new SendApi(graph);
        server.messenger().says(ANA, "Oi");
    }

    SendResult send(String text) throws InterruptedException {
        return sender.send(ANA, ReplyKind.RESPONSE, Json.object().put("text", text));
    }

    @Override
    public void close() {
        graph.close();
        server.close();
    }
}
