package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest extends HubRig {
    private static final String GOOD = "{\"user_id\":\"ana\",\"channel\":\"web\",\"text\":\"oi\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing_fields | Campos obrigatórios: user_id, channel, text",
                "{'user_id':'a','channel':'web'} | missing_fields | Campos obrigatórios: user_id, channel, text",
                "{'user_id':'a','channel':'web','text':null} | missing_fields | Campos obrigatórios: user_id, channel, text",
                "{'user_id':'','channel':'web','text':'a'} | missing_fields | Campos obrigatórios: user_id, channel, text",
                "{'user_id':1,'channel':'x'} | missing_fields | Campos obrigatórios: user_id, channel, text",
                "{'user_id':1,'channel':'x','text':'a'} | invalid_type | Todos os campos devem ser strings",
                "{'user_id':'a','channel':['web'],'text':'a'} | invalid_type | Todos os campos devem ser strings",
                "{'user_id':'a','channel':'web','text':{'a':1}} | invalid_type | Todos os campos devem ser strings",
                "{'user_id':'a','channel':'web','text':true} | invalid_type | Todos os campos devem ser strings",
                "{'user_id':'a','channel':'web','text':'a','message_id':7} | invalid_type | Todos os campos devem ser strings",
                "{'user_id':'a','channel':'sms','text':' '} | invalid_channel | Canal inválido. Canais suportados: whatsapp, telegram, web, instagram, facebook",
                "{'user_id':'a','channel':'desktop','text':'a'} | invalid_channel | Canal inválido. Canais suportados: whatsapp, telegram, web, instagram, facebook",
                "{'user_id':'a','channel':'WEB','text':'a'} | invalid_channel | Canal inválido. Canais suportados: whatsapp, telegram, web, instagram, facebook",
                "{'user_id':'a','channel':'web','text':' \\n '} | empty_text | Mensagem não pode estar vazia",
                "{'user_id':'a','channel':'web','text':'\\u0000\\u0007'} | empty_text | Mensagem não pode estar vazia",
                "{'user_id':'a','channel':'web','text':'a\\ud83d'} | invalid_text | A mensagem contém meio caractere e não pode ser guardada",
                "{'user_id':'a\\u0000','channel':'web','text':'a'} | invalid_user_id | user_id inválido: de 1 a 200 caracteres, sem caracteres de controle",
                "{'user_id':' ','channel':'web','text':'a'} | invalid_user_id | user_id inválido: de 1 a 200 caracteres, sem caracteres de controle",
                "{'user_id':'a','channel':'web','text':'a','message_id':''} | invalid_message_id | message_id inválido: de 1 a 200 caracteres, sem caracteres de controle",
                "[] | invalid_json | O corpo não é um objeto JSON válido",
                "{'user_id':'a' | invalid_json | O corpo não é um objeto JSON válido",
                "{'a':1} {} | invalid_json | O corpo não é um objeto JSON válido",
            })
    void what_is_wrong_first_is_said(String json, String code, String sentence) throws Exception {
        Answer answer = post("/api/chat", json.replace('\'', '"')).send();
        assertEquals(400, answer.status(), answer.body());
        assertEquals(code, answer.code());
        assertEquals(sentence, answer.text("error"));
        assertEquals(0, model.requests().size());
    }

    @Test
    void four_thousand_characters_are_counted_as_people_count_them() throws Exception {
        assertEquals(200, chat("ana", "😀".repeat(4000)).send().status());
        Answer refused = chat("ana", "😀".repeat(4001)).send();
        assertEquals("text_too_long", refused.code());
        assertEquals("Mensagem muito longa. Máximo: 4000 caracteres", refused.text("error"));
    }

    @Test
    void two_hundred_characters_name_a_user_or_a_message() throws Exception {
        assertEquals(200, chat("u".repeat(200), "a", "m".repeat(200)).send().status());
        assertEquals("invalid_user_id", chat("u".repeat(201), "a").send().code());
        assertEquals("invalid_message_id", chat("ana", "a", "m".repeat(201)).send().code());
    }

    @Test
    void text_is_kept_as_typed_but_for_control_characters() throws Exception {
        String text = "<b>{{7*7}}</b>\\n\\tçã'; DROP TABLE message;-- \\u202e";
        Answer answer = chat("ana", "\\u0000\\u001b" + text).send();
        assertEquals(
                "<b>{{7*7}}</b>\n\tçã'; DROP TABLE message;-- \u202e", answer.text("user_message"));
        assertEquals(
                answer.text("user_message"),
                get("/api/conversation/ana/web").send().json().at("/messages/0/content").asText());
    }

    @Test
    void fields_that_nobody_knows_are_passed_over() throws Exception {
        String more =
                GOOD.replace("}", ",\"x\":{\"y\":[1,null,{\"z\":\"" + "z".repeat(9) + "\"}]}}");
        assertEquals(200, post("/api/chat", more).send().status());
        assertEquals(200, post("/api/chat", "\ufeff" + GOOD).send().status(), "a byte order mark");
    }

    /** Half a character, a byte of Latin-1, a slash in two bytes, too large a number; UTF-16. */
    @ParameterizedTest
    @ValueSource(strings = {"eda080", "e9", "c0af", "ff", "f4908080"})
    void what_is_no_utf_8_is_refused_and_not_guessed(String hex) throws Exception {
        byte[] body = GOOD.replace("oi", "??").getBytes(StandardCharsets.ISO_8859_1);
        byte[] wrong = HexFormat.of().parseHex(hex);
        int at = GOOD.indexOf("oi");
        byte[] all = new byte[body.length - 2 + wrong.length];
        System.arraycopy(body, 0, all, 0, at);
        System.arraycopy(wrong, 0, all, at, wrong.length);
        System.arraycopy(body, at + 2, all, at + wrong.length, body.length - at - 2);
        for (String path : List.of("/api/chat", "/v1/chat/completions")) {
            Answer answer = call("POST", path).body("application/json", all).send();
            assertEquals(400, answer.status(), answer.body());
            assertTrue(answer.body().contains("\"invalid_json\""), answer.body());
        }
        byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
        Answer answer = call("POST", "/api/chat").body("application/json", utf16).send();
        assertEquals("invalid_json", answer.code());
        assertEquals(0, model.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 30_000})
    void what_is_nested_too_deep_is_refused(int depth) throws Exception {
        String deep = GOOD.replace("}", ",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        assertEquals("invalid_json", post("/api/chat", deep).send().code());
    }

    @ParameterizedTest
    @CsvSource({
        "en,Required fields",
        "'en-US,en;q=0.9,pt;q=0.8',Required fields",
        "'pt-PT,en;q=0.5',Campos obrigatórios",
        "'fr,pt;q=0.1',Campos obrigatórios",
        "fr,Required fields",
        "*,Campos obrigatórios",
        "'en;q=x,pt;q=0.1',Campos obrigatórios",
    })
    void sentences_follow_the_language_that_is_asked_for(String accepted, String begin)
            throws Exception {
        Answer answer = post("/api/chat", "{}").with("Accept-Language", accepted).send();
        assertTrue(answer.text("error").startsWith(begin), answer.body());
    }

    /** Of 10,000 bodies made by damaging a good one, each is a clean answer, and the hub lives. */
    @Test
    void ten_thousand_damaged_bodies_do_no_harm() throws Exception {
        long seed = Long.getLong("prosa.fuzz.seed", 20261122);
        Random random = new Random(seed);
        byte[] good =
                GOOD.replace("}", ",\"message_id\":\"m\\u00e9\",\"n\":[1.5e9,null]}")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i += 50) {
            try (Wire wire = new Wire(port)) {
                for (int j = 0; j < 50; j++) {
                    byte[] body = damaged(good, random);
                    Answer answer = wire.say(request(body)).hear();
                    String what = "seed " + seed + ": " + new String(body, StandardCharsets.UTF_8);
                    boolean fine = answer.status() == 200 || answer.status() == 400;
                    assertTrue(fine, what + " -> " + answer);
                    assertTrue(fine && !answer.body().contains("Exception"), what);
                }
            }
        }
        assertEquals(200, get("/health").send().status());
    }

    private byte[] request(byte[] body) {
        byte[] head =
                ("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] body =
                Arrays.copyOf(good, good.length - random.nextInt(2) * random.nextInt(good.length));
        for (int n = random.nextInt(4); n >= 0 && body.length > 0; n--) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(3)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body[at] = (byte) "{}[]\",:\\u0e-tfn".charAt(random.nextInt(15));
                default -> body[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return body;
    }
}
