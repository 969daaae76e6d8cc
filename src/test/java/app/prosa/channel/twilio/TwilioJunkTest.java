package app.prosa.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.Json;
import app.prosa.channel.signature.FormBody;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes from outside, nothing throws. */
class TwilioJunkTest {
    private static final TwilioWebhook WEBHOOK =
            new TwilioWebhook(FakeTwilio.account(), () -> TwilioRig.NOON);
    private static final int ROUNDS = 30_000;
    private static final String SID = "SM" + "0a".repeat(16);
    private static final List<String> VALUES =
            List.of(
                    "",
                    "0",
                    "-1",
                    "99999999999999999999999",
                    "1e999",
                    "NaN",
                    "/",
                    "/x y",
                    "\u0000\uFFFD\n",
                    "😀".repeat(50),
                    "whatsapp:",
                    "whatsapp:+1",
                    "whatsapp:BR.1",
                    "reaction",
                    "STOP",
                    "failed",
                    "63016",
                    "https://api.twilio.com/2010-04-01/Accounts/" + FakeTwilio.SID,
                    "[]{}%$\\",
                    SID);

    private static Map<String, String> sample() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", SID);
        form.put("AccountSid", FakeTwilio.SID);
        form.put("From", TwilioRig.ANA);
        form.put("To", FakeTwilio.NUMBER);
        form.put("Body", "Oi");
        for (String name :
                List.of(
                        "MessageStatus",
                        "ErrorCode",
                        "ErrorMessage",
                        "ProfileName",
                        "WaId",
                        "MessageType",
                        "MediaUrl0",
                        "MediaContentType0",
                        "Latitude",
                        "Longitude",
                        "Label",
                        "ButtonPayload",
                        "ListTitle",
                        "OriginalRepliedMessageSid",
                        "OptOutType")) {
            form.put(name, "");
        }
        return form;
    }

    @Test
    void changed_by_chance_a_form_is_read_or_strange() {
        Random chance = new Random(20_260_504);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, String> form = sample();
            List<String> names = new ArrayList<>(form.keySet());
            for (int n = chance.nextInt(6); n >= 0; n--) {
                String name = names.get(chance.nextInt(names.size()));
                form.put(name, VALUES.get(chance.nextInt(VALUES.size())));
            }
            FormBody parsed = TwilioRig.form(form);
            read += WEBHOOK.message(parsed) instanceof TwilioNews.Heard ? 1 : 0;
            read += WEBHOOK.status(parsed) instanceof TwilioNews.Heard ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 2 && read < 2 * ROUNDS, "read " + read);
    }

    @Test
    void made_of_bytes_by_chance_a_form_is_none_or_harmless() {
        Random chance = new Random(7);
        String alphabet = "MessageSid=&%+SM0Body\u00e9";
        int forms = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder body = new StringBuilder();
            for (int n = chance.nextInt(30); n > 0; n--) {
                body.append(alphabet.charAt(chance.nextInt(alphabet.length())));
            }
            Optional<FormBody> form =
                    FormBody.parse(body.toString().getBytes(StandardCharsets.ISO_8859_1));
            form.ifPresent(WEBHOOK::message);
            form.ifPresent(WEBHOOK::status);
            forms += form.isPresent() ? 1 : 0;
        }
        assertTrue(forms > 0 && forms < ROUNDS, "forms " + forms);
    }

    @Test
    void a_form_of_great_length_is_survived() {
        Map<String, String> form = sample();
        form.put("Body", "/" + "x ".repeat(500_000));
        form.put("ProfileName", " \n".repeat(100_000));
        assertTrue(WEBHOOK.message(TwilioRig.form(form)) instanceof TwilioNews.Heard);
        form.clear();
        for (int i = 0; i < 20_000; i++) {
            form.put("MediaUrl" + i, "x");
        }
        assertTrue(WEBHOOK.message(TwilioRig.form(form)) instanceof TwilioNews.Strange);
    }

    @Test
    void changed_by_chance_a_stored_message_is_read_or_passed_over() {
        Random chance = new Random(3);
        TwilioAccount account = FakeTwilio.account();
        int read = 0;
        int failed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode json =
                    new FakeStored(
                                    SID,
                                    "inbound",
                                    TwilioRig.ANA,
                                    FakeTwilio.NUMBER,
                                    null,
                                    "Oi",
                                    0,
                                    "received",
                                    TwilioRig.NOON,
                                    TwilioRig.NOON,
                                    63016)
                            .json();
            List<String> names = json.propertyStream().map(Map.Entry::getKey).toList();
            for (int n = chance.nextInt(5); n >= 0; n--) {
                change(json, names.get(chance.nextInt(names.size())), chance);
            }
            Optional<TwilioMessage> message =
                    Json.read(Json.bytes(json))
                            .flatMap(fields -> TwilioMessage.of(fields, account));
            failed += message.flatMap(TwilioMessage::progress).isPresent() ? 1 : 0;
            read += message.isPresent() ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 2 && read < ROUNDS, "read " + read);
        assertTrue(failed > 0, "none failed");
    }

    private static void change(ObjectNode json, String name, Random chance) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        json.set(
                name,
                switch (chance.nextInt(5)) {
                    case 0 -> nodes.nullNode();
                    case 1 -> nodes.numberNode(chance.nextLong());
                    case 2 -> nodes.objectNode();
                    case 3 -> nodes.numberNode(1e300);
                    default -> nodes.textNode(VALUES.get(chance.nextInt(VALUES.size())));
                });
    }
}
