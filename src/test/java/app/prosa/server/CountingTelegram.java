package app.prosa.server;

import app.prosa.channel.json.Json;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.testing.http.FakePlatform;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API that takes everything and remembers no more of it than which messages an answer named:
 * what a day of traffic leaves behind is to be the hub's.
 */
final class CountingTelegram implements FakePlatform, AutoCloseable {
    private final LoopbackServer server = LoopbackServer.start(this);
    private final BitSet answered = new BitSet();
    private int answers;
    private int twice;

    String baseUrl() {
        return server.uri().toString();
    }

    int openConnections() {
        return server.open();
    }

    /** How many messages were named by an answer. */
    synchronized int answered() {
        return answered.cardinality();
    }

    /** How many were named by more than one. */
    synchronized int twice() {
        return twice;
    }

    synchronized int answers() {
        return answers;
    }

    @Override
    public @Nullable Trouble hear(HeardRequest request) {
        return null;
    }

    @Override
    public FixedAnswer answer(HeardRequest request) {
        String method = request.path().substring(request.path().lastIndexOf('/') + 1);
        ObjectNode answer = Json.object().put("ok", true);
        switch (method) {
            case "getMe" ->
                    answer.putObject("result")
                            .put("id", FakeTelegram.BOT.id())
                            .put("is_bot", true)
                            .put("first_name", FakeTelegram.BOT.name())
                            .put("username", FakeTelegram.BOT.username());
            case "sendMessage" -> answer.set("result", taken(request.json()));
            default -> answer.put("result", true);
        }
        return FixedAnswer.json(200, answer);
    }

    private synchronized ObjectNode taken(JsonNode message) {
        answers++;
        for (String name : CoveringModel.names(message.path("text").asText())) {
            int number = Integer.parseInt(name.substring(1));
            twice += answered.get(number) ? 1 : 0;
            answered.set(number);
        }
        long chat = message.path("chat_id").longValue();
        ObjectNode sent = Json.object().put("message_id", 1_000_000_000L + answers);
        sent.putObject("chat").put("id", chat).put("type", "private");
        return sent.put("date", 1_800_000_000);
    }

    @Override
    public void close() {
        server.close();
    }
}
