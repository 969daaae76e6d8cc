package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.BIA;
import static app.prosa.channel.twilio.TwilioRig.NOON;
import static app.prosa.channel.twilio.TwilioRig.given;
import static app.prosa.channel.twilio.TwilioRig.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Inbound.Status;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import app.prosa.testing.http.HeardRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwilioApiTest {
    private final TwilioRig rig = new TwilioRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void the_account_says_what_it_is() throws Exception {
        assertEquals(
                new TwilioProfile("Padaria Sol", TwilioProfile.Status.ACTIVE, false),
                given(rig.api.profile()));
        rig.server.setAccountStatus("suspended");
        assertEquals(TwilioProfile.Status.SUSPENDED, given(rig.api.profile()).status());
        rig.server.setAccountStatus("hibernating");
        assertEquals(TwilioProfile.Status.OTHER, given(rig.api.profile()).status());
    }

    @Test
    void a_message_arrives_as_it_is_meant() throws Exception {
        rig.server.says(ANA, "Oi");
        String text = "*Olá* & até 100 % + 1 = 😀\nlinha";
        String sid = rig.sid(text);
        FakeStored sent = rig.server.sent().getFirst();
        assertEquals(List.of(sid, ANA, text), List.of(sent.sid(), sent.to(), sent.body()));
        assertEquals(FakeTwilio.NUMBER, sent.from());
        assertNull(rig.server.callback(sid));
    }

    @Test
    void a_message_is_a_form_with_nothing_but_what_is_needed() throws Exception {
        rig.sid("Oi");
        HeardRequest request = rig.server.awaitCall("send");
        assertEquals(
                "To=whatsapp%3A%2B5511987654321&From=whatsapp%3A%2B14155238886&Body=Oi",
                new String(request.body(), StandardCharsets.US_ASCII));
    }

    @Test
    void a_message_may_say_where_its_news_is_wanted() throws Exception {
        URI url = URI.create("https://chat.example.com/api/whatsapp/status?account=1");
        SendResult result = rig.api.send(new TwilioText(ANA, "Oi", url));
        String sid = assertInstanceOf(SendResult.Sent.class, result).platformId();
        assertEquals(url.toString(), rig.server.callback(sid));
    }

    @Test
    void a_service_writes_in_the_place_of_a_number() throws Exception {
        try (TwilioApi api = rig.apiOf(TwilioRig.ofService())) {
            SendResult result = api.send(new TwilioText(ANA, "Oi", null));
            assertInstanceOf(SendResult.Sent.class, result);
            FakeStored sent = rig.server.sent().getFirst();
            assertEquals(FakeTwilio.SERVICE, sent.service());
            assertNull(sent.from());
        }
    }

    @Test
    void every_part_of_a_long_answer_is_taken() throws Exception {
        rig.server.says(ANA, "Conte tudo");
        String markdown =
                "**Bem** <então>: `a < b` 😀 [x](https://example.com/?a=1&b=2)\n\n".repeat(200);
        List<Part> parts = Rendering.of(markdown, Style.WHATSAPP_TWILIO);
        for (Part part : parts) {
            rig.sid(part.markup());
        }
        assertTrue(parts.size() > 1);
        assertEquals(
                parts.stream().map(Part::markup).toList(),
                rig.server.sent().stream().map(FakeStored::body).toList());
    }

    @Test
    void who_hides_the_number_is_written_to_all_the_same() throws Exception {
        rig.server.says(BIA, "Oi");
        assertInstanceOf(SendResult.Sent.class, rig.api.send(new TwilioText(BIA, "Oi", null)));
    }

    @Test
    void what_is_no_address_of_whatsapp_is_refused_without_a_call() throws Exception {
        SendResult nobody = new SendResult.Refused(new Stop(Stop.Reason.BAD_ADDRESS, ""));
        for (String to :
                List.of("+5511987654321", "", "whatsapp:", "whatsapp:+55 11", "messenger:1")) {
            assertEquals(nobody, rig.api.send(new TwilioText(to, "Oi", null)));
        }
        assertTrue(rig.server.calls().isEmpty());
    }

    @Test
    void how_a_message_fares_can_be_asked() throws Exception {
        rig.server.says(ANA, "Oi");
        String sid = rig.sid("Olá");
        TwilioMessage waiting = given(rig.api.message(sid));
        assertEquals("queued", waiting.status());
        assertEquals(Optional.empty(), waiting.progress());
        rig.after(Duration.ofSeconds(3));
        rig.server.settle();
        TwilioMessage delivered = given(rig.api.message(sid));
        assertEquals(
                Optional.of(new Status(sid, Delivery.DELIVERED, NOON.plusSeconds(3), null)),
                delivered.progress());
        assertEquals(NOON, delivered.at());
        rig.server.advance(sid, "read", 63016);
        assertEquals(
                Optional.of(new Status(sid, Delivery.READ, NOON.plusSeconds(3), null)),
                given(rig.api.message(sid)).progress());
    }

    @Test
    void that_it_is_too_late_to_write_is_told_later() throws Exception {
        rig.server.says(ANA, "Oi");
        rig.after(Duration.ofHours(24));
        String inTime = rig.sid("Ainda a tempo");
        rig.after(Duration.ofSeconds(1));
        String tooLate = rig.sid("Tarde demais");
        rig.server.settle();
        assertEquals(Delivery.DELIVERED, progress(inTime).delivery());
        Status failed = progress(tooLate);
        assertEquals(Delivery.FAILED, failed.delivery());
        assertEquals(
                new Stop(Stop.Reason.WINDOW_CLOSED, "63016 It failed with 63016"),
                failed.refusal());
    }

    private Status progress(String sid) throws InterruptedException {
        return given(rig.api.message(sid)).progress().orElseThrow();
    }

    @Test
    void a_message_that_is_not_there_is_refused() throws Exception {
        String nobodys = "SM" + "f".repeat(32);
        Stop refusal = assertInstanceOf(Stop.class, refusal(rig.api.message(nobodys)));
        assertEquals(Stop.Reason.REJECTED, refusal.reason());
        int before = rig.server.calls().size();
        for (String no : List.of("", "SM1", "../Calls", "XX" + "f".repeat(32))) {
            assertEquals(new Stop(Stop.Reason.REJECTED, ""), refusal(rig.api.message(no)));
        }
        assertEquals(before, rig.server.calls().size());
    }

    @Test
    void the_base_may_have_a_path_and_must_be_an_address() {
        TwilioAccount account = FakeTwilio.account();
        for (String base :
                List.of(
                        "ftp://x",
                        "api.twilio.com",
                        "https://me:pw@api.twilio.com",
                        "https://api.twilio.com?x=1",
                        "https://api.twilio.com#x")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new TwilioApi(URI.create(base), account, TwilioRig.QUICK).close());
        }
        new TwilioApi(URI.create("http://[::1]:8081/twilio/"), account, TwilioRig.QUICK).close();
    }

    @Test
    void what_is_typed_as_a_sender_is_a_number_or_a_service() {
        TwilioSender number = new TwilioSender.Phone("whatsapp:+14155238886");
        assertEquals(number, TwilioSender.of(" +14155238886 "));
        assertEquals(number, TwilioSender.of("whatsapp:+14155238886"));
        assertEquals(
                new TwilioSender.Service(FakeTwilio.SERVICE), TwilioSender.of(FakeTwilio.SERVICE));
        for (String no :
                List.of("", "14155238886", "+0", "whatsapp:14155238886", "MG1", "sms:+1")) {
            assertThrows(IllegalArgumentException.class, () -> TwilioSender.of(no));
        }
    }
}
