package app.prosa.channel.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The first token, URL, form and body are those of Twilio's own libraries. */
class TwilioSignatureTest {
    private static final String TOKEN = "12345";
    private static final TwilioSignature TWILIO = new TwilioSignature(TOKEN);
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final byte[] FORM =
            ("CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
                            + "&From=%2B14158675309&To=%2B18005551212")
                    .getBytes(UTF_8);
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static final byte[] JSON =
            "{\"property\": \"value\", \"boolean\": true}".getBytes(UTF_8);
    private static final String JSON_URL =
            URL + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String JSON_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4=";

    @Test
    void the_published_examples_are_genuine() {
        assertTrue(TWILIO.verify(SIGNATURE, URL, FORM));
        assertTrue(TWILIO.verify(JSON_SIGNATURE, JSON_URL, JSON));
    }

    @Test
    void a_flipped_bit_of_the_body_is_noticed() {
        List<FormBody.Field> fields = FormBody.parse(FORM).orElseThrow().fields();
        BitFlips.of(FORM)
                .filter(body -> !FormBody.parse(body).map(FormBody::fields).equals(of(fields)))
                .forEach(body -> assertFalse(TWILIO.verify(SIGNATURE, URL, body)));
        BitFlips.of(JSON)
                .forEach(body -> assertFalse(TWILIO.verify(JSON_SIGNATURE, JSON_URL, body)));
    }

    private static Optional<List<FormBody.Field>> of(List<FormBody.Field> fields) {
        return Optional.of(fields);
    }

    @Test
    void a_flipped_bit_of_a_value_is_noticed() {
        for (FormBody.Field field : FormBody.parse(FORM).orElseThrow().fields()) {
            String before = field.name() + "=" + encoded(field.value());
            BitFlips.of(field.value())
                    .map(value -> field.name() + "=" + encoded(value))
                    .map(after -> new String(FORM, UTF_8).replace(before, after).getBytes(UTF_8))
                    .forEach(body -> assertFalse(TWILIO.verify(SIGNATURE, URL, body)));
        }
    }

    @Test
    void a_flipped_bit_of_the_url_is_noticed() {
        BitFlips.of(URL).forEach(url -> assertFalse(TWILIO.verify(SIGNATURE, url, FORM)));
        BitFlips.of(JSON_URL).forEach(url -> assertFalse(TWILIO.verify(JSON_SIGNATURE, url, JSON)));
    }

    @Test
    void a_flipped_bit_of_the_signature_is_noticed() {
        BitFlips.of(SIGNATURE).forEach(header -> assertFalse(TWILIO.verify(header, URL, FORM)));
        BitFlips.of(JSON_SIGNATURE)
                .forEach(header -> assertFalse(TWILIO.verify(header, JSON_URL, JSON)));
    }

    @Test
    void another_accounts_signature_is_noticed() {
        assertFalse(new TwilioSignature("12346").verify(SIGNATURE, URL, FORM));
    }

    @Test
    void fields_may_come_in_any_order_and_twice() {
        byte[] form = "b=2&a=y&a=x&a=y&b=2&%C3%A9=%27+".getBytes(UTF_8);
        assertTrue(
                TWILIO.verify(signed("https://x.example/axayb2é' "), "https://x.example/", form));
        byte[] other = "%C3%A9=%27%20&a=x&b=2&a=y".getBytes(UTF_8);
        assertTrue(
                TWILIO.verify(signed("https://x.example/axayb2é' "), "https://x.example/", other));
    }

    @Test
    void the_default_port_may_be_signed_or_not() {
        String with = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
        assertTrue(TWILIO.verify(SIGNATURE, with, FORM));
        String parameters = URL.replace("com/", "com:443/") + parameters();
        assertTrue(TWILIO.verify(signed(parameters), URL, FORM));
        assertTrue(TWILIO.verify(signed("http://x.example:80/"), "http://x.example/", new byte[0]));
        assertTrue(TWILIO.verify(signed("http://[::1]/"), "http://[::1]:80/", new byte[0]));
        assertTrue(
                TWILIO.verify(
                        signed("https://u:p@x.example"), "https://u:p@x.example:443", new byte[0]));
    }

    @Test
    void another_port_is_part_of_the_url() {
        String with = "https://mycompany.com:8443/myapp.php?foo=1&bar=2";
        assertFalse(TWILIO.verify(SIGNATURE, with, FORM));
        assertTrue(TWILIO.verify(signed(with + parameters()), with, FORM));
    }

    @Test
    void what_follows_a_hash_is_not_part_of_the_url() {
        assertTrue(TWILIO.verify(SIGNATURE, URL + "#rc=3&rp=all", FORM));
    }

    @Test
    void nothing_in_the_url_is_encoded_anew() {
        for (String url : List.of("https://x.example/a?b=it's", "https://x.example/a?b=it%27s")) {
            assertTrue(TWILIO.verify(signed(url), url, new byte[0]));
        }
        assertFalse(
                TWILIO.verify(
                        signed("https://x.example/a?b=it's"),
                        "https://x.example/a?b=it%27s",
                        new byte[0]));
    }

    @Test
    void a_body_with_its_hash_in_the_url_is_no_form() {
        assertFalse(TWILIO.verify(signed(JSON_URL + parameters()), JSON_URL, FORM));
        assertFalse(TWILIO.verify(signed(URL), URL, JSON));
        assertFalse(TWILIO.verify(signed(URL), URL + "&bodySHA256=", JSON));
    }

    @Test
    void junk_is_refused_and_nothing_is_thrown() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            byte[] text = new byte[random.nextInt(20)];
            random.nextBytes(text);
            String junk = new String(text, ISO_8859_1);
            assertFalse(TWILIO.verify(junk, URL, FORM));
            assertFalse(TWILIO.verify(junk, junk, body));
            assertFalse(TWILIO.verify(SIGNATURE, "https://" + junk + "?bodySHA256=" + junk, body));
        }
        assertFalse(TWILIO.verify(null, URL, FORM));
        assertFalse(TWILIO.verify("", "", new byte[0]));
        assertFalse(TWILIO.verify("\uD800", "://", new byte[] {'%'}));
    }

    @Test
    void the_token_is_never_shown() {
        assertFalse(TWILIO.toString().contains(TOKEN));
        assertThrows(IllegalArgumentException.class, () -> new TwilioSignature(""));
    }

    @RepeatedTest(50)
    void forms_made_by_chance_are_genuine(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        List<String> body = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String name = "n" + random.nextInt(4);
            String value = List.of("", "a b", "é+%", "&=", "👋", "B", "a").get(random.nextInt(7));
            sorted.computeIfAbsent(name, _ -> new TreeSet<>()).add(value);
            body.add(name + "=" + encoded(value));
        }
        StringBuilder signed = new StringBuilder(URL);
        sorted.forEach((name, values) -> values.forEach(v -> signed.append(name).append(v)));
        byte[] bytes = String.join("&", body).getBytes(UTF_8);
        assertTrue(TWILIO.verify(signed(signed.toString()), URL, bytes));
    }

    @Test
    void the_examples_agree_with_how_the_tests_sign() {
        assertEquals(SIGNATURE, signed(URL + parameters()));
        assertEquals(JSON_SIGNATURE, signed(JSON_URL));
    }

    private static String parameters() {
        return "CallSidCA1234567890ABCDECaller+14158675309Digits1234From+14158675309To+18005551212";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
