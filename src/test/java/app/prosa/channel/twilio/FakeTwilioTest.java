package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.signature.FormBody;
import app.prosa.channel.signature.TwilioSignature;
import app.prosa.testing.http.FakePlatform;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.HeardRequest;
import app.prosa.testing.http.LoopbackServer;
import app.prosa.testing.http.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in is as strict as it says. */
class FakeTwilioTest {
    private static final String USER = FakeTwilio.SID + ":" + FakeTwilio.TOKEN;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PUBLIC = "https://chat.example.com/api/whatsapp/webhook";

    private final TwilioRig rig = new TwilioRig();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        rig.close();
    }

    private HttpResponse<byte[]> call(
            String method, String path, String user, String type, String body)
            throws IOException, InterruptedException {
        byte[] both = user.getBytes(StandardCharsets.US_ASCII);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(rig.server.baseUrl() + path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(both))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static long code(HttpResponse<byte[]> answer) {
        Fields error = Json.read(answer.body()).orElseThrow();
        assertEquals(Long.valueOf(answer.statusCode()), error.number("status"));
        Long code = error.number("code");
        return code == null ? 0 : code;
    }

    private HttpResponse<byte[]> send(String form) throws IOException, InterruptedException {
        return call("POST", FakeTwilio.PATH + "/Messages.json", USER, FORM, form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    From=OURS&Body=Oi | 21604
                    To=&From=OURS&Body=Oi | 21604
                    To=ANA&Body=Oi | 21603
                    To=ANA&From=OURS | 21602
                    To=ANA&From=OURS&Body= | 21602
                    To=ANA&From=OURS&Body=LONG | 21617
                    To=ANA&From=OURS&Body=Oi&MediaUrl=x | 20001
                    To=ANA&From=OURS&Body=Oi&Body=Oi | 20001
                    To=ANA&From=OURS&Body=%zz | 20001
                    to=ANA&From=OURS&Body=Oi | 20001
                    To=%2B5511987654321&From=OURS&Body=Oi | 21910
                    To=whatsapp%3A5511987654321&From=OURS&Body=Oi | 21211
                    To=whatsapp%3A%2B05511987654321&From=OURS&Body=Oi | 21211
                    To=OURS&From=OURS&Body=Oi | 63031
                    To=ANA&From=whatsapp%3A%2B14155230000&Body=Oi | 63007
                    To=ANA&MessagingServiceSid=MG1&Body=Oi | 21705
                    To=ANA&From=OURS&Body=Oi&StatusCallback=http://x.example | 21609
                    To=ANA&From=OURS&Body=Oi&StatusCallback=https://localhost/ | 21609
                    """)
    void a_message_with_a_mistake_is_refused(String form, long code) throws Exception {
        String filled =
                form.replace("ANA", "whatsapp%3A%2B5511987654321")
                        .replace("OURS", "whatsapp%3A%2B14155238886")
                        .replace("LONG", "x".repeat(1601));
        HttpResponse<byte[]> answer = send(filled);
        assertEquals(code, code(answer));
        assertTrue(rig.server.sent().isEmpty());
    }

    @Test
    void who_asks_and_how_is_checked() throws Exception {
        String path = FakeTwilio.PATH + ".json";
        for (String user : List.of("", FakeTwilio.SID + ":", ":" + FakeTwilio.TOKEN, USER + "0")) {
            HttpResponse<byte[]> answer = call("GET", path, user, FORM, "");
            assertEquals(401, answer.statusCode());
            assertEquals(20003, code(answer));
        }
        assertEquals(405, call("POST", path, USER, FORM, "").statusCode());
        String other = path.replace(FakeTwilio.SID, "AC" + "0".repeat(32));
        assertEquals(20404, code(call("GET", other, USER, FORM, "")));
        String messages = FakeTwilio.PATH + "/Messages.json";
        assertEquals(415, call("POST", messages, USER, "application/json", "{}").statusCode());
        assertEquals(200, call("GET", path, USER, FORM, "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PageSize=1001",
                "PageSize=many",
                "DateSent%3E=yesterday",
                "DateSent%3E=2026-05-04T12:00:00Z",
                "Since=2026-05-04",
                "Page=1",
                "Page=1&PageToken=PA2",
                "To=a&To=b"
            })
    void a_list_with_a_mistake_is_refused(String query) throws Exception {
        rig.server.says(ANA, "Oi");
        String path = FakeTwilio.PATH + "/Messages.json?" + query;
        assertEquals(20001, code(call("GET", path, USER, FORM, "")));
    }

    @Test
    void a_file_is_not_given_to_whoever_shows_the_credentials_twice() throws Exception {
        String sid = rig.server.sends(ANA, "", "image/png", new byte[] {1});
        String url = rig.server.form(sid).get("MediaUrl0");
        String path = String.valueOf(url).replace("https://api.twilio.com", "");
        HttpResponse<byte[]> redirect = call("GET", path, USER, FORM, "");
        assertEquals(307, redirect.statusCode());
        String place = redirect.headers().firstValue("Location").orElseThrow();
        String rest = place.replace(rig.server.baseUrl().toString(), "");
        assertEquals(400, call("GET", rest, USER, FORM, "").statusCode());
        assertEquals(403, call("GET", rest + "x", USER, FORM, "").statusCode());
        HttpResponse<byte[]> denied = call("GET", path, "x", FORM, "");
        assertEquals(401, denied.statusCode());
        assertTrue(new String(denied.body(), StandardCharsets.UTF_8).startsWith("<?xml"));
    }

    /** A hub that checks the signature and keeps what it heard. */
    private static final class Hub implements FakePlatform {
        final List<FormBody> heard = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable Trouble hear(HeardRequest request) {
            return null;
        }

        @Override
        public FixedAnswer answer(HeardRequest request) {
            TwilioSignature signature = FakeTwilio.account().signature();
            String header = request.header("x-twilio-signature");
            if (!signature.verify(header, PUBLIC, request.body())) {
                return FixedAnswer.text(403, "", "");
            }
            heard.add(FormBody.parse(request.body()).orElseThrow());
            return FixedAnswer.text(200, "Content-Type: text/xml\r\n", "<Response/>");
        }
    }

    @Test
    void a_webhook_is_signed_and_may_come_twice_and_out_of_order() throws Exception {
        String first = rig.server.says(ANA, "1 & ç");
        String second = rig.server.sends(ANA, "2", "image/jpeg", new byte[] {1});
        Hub hub = new Hub();
        try (LoopbackServer server = LoopbackServer.start(hub)) {
            FakeHook hook = new FakeHook(PUBLIC, server.uri());
            assertEquals(200, rig.server.deliver(second, hook));
            assertEquals(200, rig.server.deliver(first, hook));
            assertEquals(200, rig.server.deliver(second, hook));
            assertEquals(403, rig.server.deliver(first, new FakeHook(PUBLIC + "x", server.uri())));
        }
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), rig.now::get);
        List<String> texts =
                hub.heard.stream()
                        .flatMap(form -> TwilioRig.heard(webhook.message(form)).stream())
                        .map(inbound -> ((Inbound.Message) inbound).text())
                        .toList();
        assertEquals(List.of("2", "1 & ç", "2"), texts);
    }

    @Test
    void news_is_signed_and_may_go_forwards_and_backwards() throws Exception {
        String sid = rig.sid("Oi");
        Hub hub = new Hub();
        try (LoopbackServer server = LoopbackServer.start(hub)) {
            FakeHook hook = new FakeHook(PUBLIC, server.uri());
            for (String status : List.of("queued", "read", "delivered", "sent")) {
                assertEquals(200, rig.server.report(sid, status, null, hook));
            }
            assertEquals(200, rig.server.report(sid, "undelivered", 63016, hook));
        }
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), rig.now::get);
        List<Inbound.Status> news =
                hub.heard.stream()
                        .flatMap(form -> TwilioRig.heard(webhook.status(form)).stream())
                        .map(Inbound.Status.class::cast)
                        .toList();
        assertEquals(
                List.of(Delivery.READ, Delivery.DELIVERED, Delivery.SENT, Delivery.FAILED),
                news.stream().map(Inbound.Status::delivery).toList());
        assertEquals("WINDOW_CLOSED", TwilioCodesTest.sorted(reason(news.getLast())));
    }

    private static Refusal reason(Inbound.Status status) {
        Refusal refusal = status.refusal();
        if (refusal == null) {
            throw new AssertionError("no reason");
        }
        return refusal;
    }

    @Test
    void a_forged_request_is_refused_by_whoever_checks_it() throws Exception {
        Hub hub = new Hub();
        Map<String, String> form = rig.server.form(rig.server.says(ANA, "Oi"));
        String before = FakeForms.signature(PUBLIC, form);
        form.put("Body", "Tchau");
        assertNotEquals(before, FakeForms.signature(PUBLIC, form));
        try (LoopbackServer server = LoopbackServer.start(hub)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri())
                            .header("X-Twilio-Signature", before)
                            .POST(BodyPublishers.ofString(FakeForms.encoded(form)))
                            .build();
            assertEquals(403, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        assertTrue(hub.heard.isEmpty());
    }

    @Test
    void the_way_of_signing_agrees_with_twilios_example() {
        Map<String, String> form =
                Map.of(
                        "CallSid", "CA1234567890ABCDE",
                        "Caller", "+14158675309",
                        "Digits", "1234",
                        "From", "+14158675309",
                        "To", "+18005551212");
        String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", FakeForms.signature("12345", url, form));
    }
}
