package app.prosa.channel.whatsapp;

import static app.prosa.channel.whatsapp.WhatsAppRig.ANA;
import static app.prosa.channel.whatsapp.WhatsAppRig.BIA;
import static app.prosa.channel.whatsapp.WhatsAppRig.to;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.GraphAccess;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.GraphSent;
import app.prosa.channel.meta.GraphToken;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatsAppApiTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));
    private final WhatsAppRig rig = new WhatsAppRig(now::get);

    @AfterEach
    void close() {
        rig.close();
    }

    private static Refusal refusal(SendResult result) {
        return assertInstanceOf(SendResult.Refused.class, result).refusal();
    }

    private static Stop.Reason stop(SendResult result) {
        return assertInstanceOf(Stop.class, refusal(result)).reason();
    }

    @Test
    void the_number_says_what_it_is() throws Exception {
        assertEquals(
                new Answer.Given<>(new WhatsAppAccount("+1 555-078-3881", "Prosa Café", "GREEN")),
                rig.api.check());
    }

    @Test
    void a_number_that_is_not_ours_is_for_the_operator() throws Exception {
        try (WhatsAppApi other =
                new WhatsAppApi(
                        rig.server.access(FakeGraph.WHATSAPP_TOKEN), "999", GraphLimits.USUAL)) {
            Refusal refusal = assertInstanceOf(Answer.Refused.class, other.check()).refusal();
            assertEquals(FixMe.Fault.PERMISSION, assertInstanceOf(FixMe.class, refusal).fault());
        }
        GraphAccess access =
                new GraphAccess(
                        GraphAccess.FACEBOOK,
                        GraphAccess.DEFAULT_VERSION,
                        new GraphToken(FakeGraph.WHATSAPP_TOKEN),
                        null);
        for (String bad : List.of("", "+15550783881", "1/messages", "me", "1?x")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WhatsAppApi(access, bad, GraphLimits.USUAL).close());
        }
    }

    @Test
    void a_message_arrives_as_it_is_meant() throws Exception {
        String question = rig.server.whatsApp().says(ANA, "Oi");
        WhatsAppMessage answer = new WhatsAppMessage(ANA, "*Olá* 😀", true, question, "outbox-7");
        assertEquals(new SendResult.Sent("wamid.out2"), rig.api.send(answer));
        assertEquals(
                List.of(
                        new GraphSent(
                                ANA, "wamid.out2", "*Olá* 😀", "RESPONSE", question, "outbox-7")),
                rig.server.whatsApp().sent());
        var text = rig.server.calls("messages").getFirst().body().path("text");
        assertTrue(text.path("preview_url").booleanValue());
    }

    @Test
    void a_person_without_a_telephone_number_is_written_to_by_their_id() throws Exception {
        rig.server.whatsApp().says(BIA, "Oi");
        assertInstanceOf(SendResult.Sent.class, rig.api.send(to(BIA, "Olá")));
        var body = rig.server.calls("messages").getFirst().body();
        assertEquals(BIA, body.path("recipient").textValue());
        assertTrue(body.path("to").isMissingNode());
        rig.server.whatsApp().says("US.ENT.11815799212886844830", "Oi");
        assertInstanceOf(
                SendResult.Sent.class, rig.api.send(to("US.ENT.11815799212886844830", "Olá")));
    }

    @Test
    void every_part_of_a_long_answer_is_taken() throws Exception {
        rig.server.whatsApp().says(ANA, "Conte tudo");
        List<Part> parts =
                Rendering.of("**Bem** então: `a` 😀 _x_\n\n".repeat(700), Style.WHATSAPP);
        for (Part part : parts) {
            assertInstanceOf(SendResult.Sent.class, rig.send(part.markup()));
        }
        assertTrue(parts.size() > 2);
    }

    @Test
    void what_cannot_be_sent_is_refused_without_a_call() throws Exception {
        for (String nobody : List.of("", "ana", "+", "55 11", "br.1", "BR.", "BR.a/b", "BR.1\n")) {
            assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.api.send(to(nobody, "Oi"))));
        }
        assertEquals(Stop.Reason.TOO_LARGE, stop(rig.send("x".repeat(4097))));
        assertTrue(rig.server.calls().isEmpty());
        rig.server.whatsApp().says(ANA, "Oi");
        assertInstanceOf(SendResult.Sent.class, rig.send("x".repeat(4096)));
    }

    @Test
    void a_reference_that_would_not_come_back_whole_is_refused() {
        for (String bad : List.of("", "x".repeat(513))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WhatsAppMessage(ANA, "Oi", false, null, bad));
        }
        String longest = "x".repeat(512);
        assertEquals(longest, new WhatsAppMessage(ANA, "Oi", false, null, longest).reference());
    }

    @Test
    void after_a_day_of_silence_we_may_not_write() throws Exception {
        rig.server.whatsApp().says(ANA, "Oi");
        now.set(now.get().plus(Duration.ofHours(24).minusSeconds(1)));
        assertInstanceOf(SendResult.Sent.class, rig.send("Olá"));
        now.set(now.get().plusSeconds(1));
        assertEquals(Stop.Reason.WINDOW_CLOSED, stop(rig.send("Olá")));
        rig.server.whatsApp().says(ANA, "Ainda aí?");
        assertInstanceOf(SendResult.Sent.class, rig.send("Olá"));
    }

    @Test
    void too_many_messages_to_one_person_are_to_be_repeated_later() throws Exception {
        rig.server.whatsApp().says(ANA, "Oi");
        rig.server.whatsApp().limit(1, Duration.ofSeconds(6));
        rig.send("1");
        Retry retry = assertInstanceOf(Retry.class, refusal(rig.send("2")));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
        now.set(now.get().plusSeconds(6));
        assertInstanceOf(SendResult.Sent.class, rig.send("2"));
    }

    @Test
    void a_person_whom_nothing_reaches_is_not_written_to() throws Exception {
        rig.server.whatsApp().says(ANA, "Oi");
        rig.server.whatsApp().closes(ANA, 131_026, "(#131026) Message undeliverable");
        assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.send("Oi")));
    }

    @Test
    void reading_and_typing_are_shown_in_one_call() throws Exception {
        FakeWhatsApp whatsApp = rig.server.whatsApp();
        String first = whatsApp.says(ANA, "Oi");
        String second = whatsApp.says(ANA, "Tudo bem?");
        assertEquals(Optional.empty(), rig.api.markRead(first, false));
        assertEquals(Optional.empty(), rig.api.markRead(second, true));
        assertEquals(List.of(first, second), whatsApp.read());
        assertEquals(List.of(second), whatsApp.typing());
        assertEquals(2, rig.server.calls().size());
        assertInstanceOf(Stop.class, rig.api.markRead("wamid.nobodys", true).orElseThrow());
    }

    @Test
    void a_file_is_found_and_fetched() throws Exception {
        byte[] content = {1, 2, 3, 0, -1};
        rig.server.stores("1003383421387256", content);
        WhatsAppFile file =
                assertInstanceOf(
                        WhatsAppFile.class,
                        assertInstanceOf(Answer.Given.class, rig.api.find("1003383421387256"))
                                .value());
        assertEquals("image/jpeg", file.mediaType());
        assertEquals(5L, file.size());
        Body body =
                assertInstanceOf(
                        Body.class,
                        assertInstanceOf(Answer.Given.class, rig.api.download(file)).value());
        assertArrayEquals(content, body.bytes());
    }

    @Test
    void a_file_that_is_no_file_or_too_large_is_not_fetched() throws Exception {
        for (String bad : List.of("", "me", "1/messages", "../1", "1?fields=x")) {
            assertInstanceOf(Answer.Refused.class, rig.api.find(bad));
        }
        WhatsAppFile large =
                new WhatsAppFile(rig.server.baseUrl() + "/files/1", "video/mp4", 1001L);
        Refusal refusal = assertInstanceOf(Answer.Refused.class, rig.api.download(large)).refusal();
        assertEquals(new Stop(Stop.Reason.TOO_LARGE, ""), refusal);
        WhatsAppFile hostile = new WhatsAppFile("http://169.254.169.254/", "image/png", 1L);
        assertInstanceOf(Answer.Refused.class, rig.api.download(hostile));
        assertTrue(rig.server.calls().isEmpty());
        assertInstanceOf(Answer.Refused.class, rig.api.find("404"));
        rig.server.stores("1", new byte[1000]);
        WhatsAppFile largest =
                new WhatsAppFile(rig.server.baseUrl() + "/files/1", "video/mp4", 1000L);
        assertInstanceOf(Answer.Given.class, rig.api.download(largest));
    }

    @Test
    void a_closed_door_sends_nothing_and_shows_no_secret() throws Exception {
        rig.server.whatsApp().says(ANA, "Oi");
        rig.api.close();
        assertInstanceOf(Retry.class, refusal(rig.send("Oi")));
        assertTrue(rig.server.calls().isEmpty());
        assertEquals("WhatsAppApi", rig.api.toString());
    }
}
