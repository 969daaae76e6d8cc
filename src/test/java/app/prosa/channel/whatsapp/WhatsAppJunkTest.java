package app.prosa.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.ChangedJson;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.FakeWhatsAppValues;
import app.prosa.channel.meta.WebhookEvents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is posted, nothing throws. */
class WhatsAppJunkTest {
    private static final int ROUNDS = 30_000;

    private static final List<ObjectNode> SAMPLES =
            Stream.of(
                            message(
                                    "\"type\":\"text\",\"text\":{\"body\":\"Oi\"},\"context\":{\"id\":\"w\"}"),
                            message(
                                    "\"type\":\"image\",\"image\":{\"id\":\"1\",\"caption\":\"x\"}"),
                            message("\"type\":\"audio\",\"audio\":{\"id\":\"1\",\"voice\":true}"),
                            message(
                                    "\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":2}"),
                            message(
                                    "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"x\"},\"phones\":[{\"phone\":\"1\"}]}]"),
                            message(
                                    "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"1\",\"title\":\"x\"}}"),
                            message(
                                    "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"w\",\"emoji\":\"x\"}"),
                            message(
                                    "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"w\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"x\"}}}"),
                            message(
                                    "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"9\"}"),
                            value(
                                    "messages",
                                    "{\"statuses\":[{\"id\":\"w\",\"status\":\"failed\",\"timestamp\":\"1800000000\",\"errors\":[{\"code\":131047,\"error_data\":{\"details\":\"x\"}}]}]}"),
                            value(
                                    "smb_message_echoes",
                                    "{\"message_echoes\":[{\"to\":\"1\",\"id\":\"w\",\"timestamp\":\"1800000000\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]}"))
                    .toList();

    private static ObjectNode message(String content) {
        return value(
                "messages",
                "{\"contacts\":[{\"profile\":{\"name\":\"Ana\"},\"wa_id\":\"1\"}],\"messages\":[{\"from\":\"1\",\"id\":\"w\",\"timestamp\":\"1800000000\","
                        + content
                        + "}]}");
    }

    private static ObjectNode value(String field, String json) {
        ObjectNode value = FakeWhatsAppValues.value(FakeWhatsApp.PHONE_NUMBER_ID);
        value.setAll(WhatsAppRig.parse(json));
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        body.putArray("entry").add(FakeWhatsAppValues.entry(field, value));
        return body;
    }

    @Test
    void each_sample_is_read_as_it_is() {
        for (ObjectNode sample : SAMPLES) {
            WebhookEvents events = WhatsAppRig.WEBHOOK.read(Json.bytes(sample));
            assertEquals(1, events.inbound().size(), sample::toString);
        }
    }

    @Test
    void changed_by_chance_a_body_is_read_or_says_nothing() {
        Random chance = new Random(20_260_102);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode sample = SAMPLES.get(chance.nextInt(SAMPLES.size()));
            byte[] body = Json.bytes(ChangedJson.of(sample, chance));
            read += WhatsAppRig.WEBHOOK.read(body).inbound().size();
        }
        assertTrue(read > ROUNDS / 10 && read < ROUNDS, "read " + read);
    }

    @Test
    void cut_anywhere_a_body_says_nothing() {
        for (ObjectNode sample : SAMPLES) {
            String json = sample.toString();
            for (int end = 0; end < json.length(); end++) {
                byte[] cut = json.substring(0, end).getBytes(StandardCharsets.UTF_8);
                assertEquals(new WebhookEvents(List.of(), 0, 0), WhatsAppRig.WEBHOOK.read(cut));
            }
        }
    }

    @Test
    void great_depth_and_length_are_survived() {
        String edits =
                "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"w\",\"message\":{"
                                .repeat(480)
                        + "\"type\":\"text\",\"text\":{\"body\":\"x\"}"
                        + "}}".repeat(480);
        assertEquals(List.of(), WhatsAppRig.message(edits));
        String endless = "\"type\":\"text\",\"text\":{\"body\":\"" + "x".repeat(900_000) + "\"}";
        assertEquals(1, WhatsAppRig.message(endless).size());
        byte[] deep = "{\"object\":".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        assertEquals(new WebhookEvents(List.of(), 0, 0), WhatsAppRig.WEBHOOK.read(deep));
    }
}
