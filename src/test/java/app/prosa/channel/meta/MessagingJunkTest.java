package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.ChangedJson;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is posted of a conversation on Instagram or Messenger, nothing throws. */
class MessagingJunkTest {
    private static final int ROUNDS = 30_000;
    private static final MessagingWebhook WEBHOOK =
            new MessagingWebhook("page", "1", new EchoMark.Metadata("9"));

    private static final List<ObjectNode> SAMPLES =
            Stream.of(
                            "\"message\":{\"mid\":\"m\",\"text\":\"Oi\",\"reply_to\":{\"mid\":\"m0\"}}",
                            """
                            "message":{"mid":"m","attachments":[{"type":"file","payload":{"url":"https://x/a.pdf"}},
                            {"type":"location","title":"x","payload":{"coordinates":{"lat":1,"long":2}}}]}
                            """,
                            "\"message\":{\"mid\":\"m\",\"is_deleted\":true}",
                            """
                            "message":{"mid":"m","text":"Oi","is_echo":true,"app_id":9,"metadata":"prosa:x"}
                            """,
                            "\"message_edit\":{\"mid\":\"m\",\"text\":\"x\",\"num_edit\":1}",
                            "\"postback\":{\"mid\":\"m\",\"title\":\"x\",\"payload\":\"y\"}",
                            "\"reaction\":{\"mid\":\"m\",\"action\":\"react\",\"emoji\":\"x\"}",
                            "\"read\":{\"mid\":\"m\"}",
                            "\"read\":{\"watermark\":1800000000000}",
                            "\"delivery\":{\"watermark\":1800000000000}")
                    .map(MessagingJunkTest::body)
                    .toList();

    private static ObjectNode body(String what) {
        String from = what.contains("is_echo") ? "1" : "2";
        String to = what.contains("is_echo") ? "2" : "1";
        String json =
                """
                {"object":"page","entry":[{"id":"1","time":1800000000000,"messaging":[{
                "sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":1800000000000,%s}]}]}
                """
                        .formatted(from, to, what);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return (ObjectNode) Json.read(bytes).orElseThrow().node();
    }

    @Test
    void each_sample_is_read_as_it_is() {
        for (ObjectNode sample : SAMPLES) {
            assertEquals(1, WEBHOOK.read(Json.bytes(sample)).inbound().size(), sample::toString);
        }
    }

    @Test
    void changed_by_chance_a_body_is_read_or_says_nothing() {
        Random chance = new Random(20_260_103);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode sample = SAMPLES.get(chance.nextInt(SAMPLES.size()));
            read += WEBHOOK.read(Json.bytes(ChangedJson.of(sample, chance))).inbound().size();
        }
        assertTrue(read > ROUNDS / 10 && read < ROUNDS, "read " + read);
    }

    @Test
    void cut_anywhere_a_body_says_nothing() {
        for (ObjectNode sample : SAMPLES) {
            String json = sample.toString();
            for (int end = 0; end < json.length(); end++) {
                byte[] cut = json.substring(0, end).getBytes(StandardCharsets.UTF_8);
                assertEquals(new WebhookEvents(List.of(), 0, 0), WEBHOOK.read(cut));
            }
        }
    }
}
