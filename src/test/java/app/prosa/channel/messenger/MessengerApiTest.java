package app.prosa.channel.messenger;

import static app.prosa.channel.messenger.MessengerRig.ANA;
import static app.prosa.channel.messenger.MessengerRig.to;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.GraphFault;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.ReplyKind;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessengerApiTest {
    private final MessengerRig rig = new MessengerRig();

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
    void the_page_says_who_it_is() throws Exception {
        assertEquals(
                new Answer.Given<>(new MessengerAccount(FakeMessaging.PAGE_ID, "Prosa Café")),
                rig.api.check());
        try (MessengerApi wrong =
                new MessengerApi(
                        rig.server.access(FakeGraph.PAGE_TOKEN + "x"), GraphLimits.USUAL)) {
            Refusal refusal = assertInstanceOf(Answer.Refused.class, wrong.check()).refusal();
            assertEquals(FixMe.Fault.TOKEN, assertInstanceOf(FixMe.class, refusal).fault());
        }
    }

    @Test
    void a_message_arrives_as_it_is_meant() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        assertEquals(new SendResult.Sent("m_out2"), rig.api.send(to(ANA, "Olá & até 😀")));
        var sent = rig.server.messenger().sent().getFirst();
        assertEquals("Olá & até 😀", sent.text());
        assertEquals("RESPONSE", sent.kind());
        assertEquals("prosa:", sent.reference());
    }

    @Test
    void every_part_of_a_long_answer_is_taken() throws Exception {
        rig.server.messenger().says(ANA, "Conte tudo");
        List<Part> parts =
                Rendering.of("**Bem** então: `a` 😀 _x_\n\n".repeat(400), Style.MESSENGER);
        for (Part part : parts) {
            assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, part.plain())));
        }
        assertTrue(parts.size() > 2);
    }

    @Test
    void what_cannot_be_sent_is_refused_without_a_call() throws Exception {
        for (String nobody : List.of("", "ana", "1 2", "-5", "1\n", "9".repeat(31))) {
            assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.api.send(to(nobody, "Oi"))));
            assertInstanceOf(Stop.class, rig.api.sendTyping(nobody).orElseThrow());
        }
        assertEquals(Stop.Reason.TOO_LARGE, stop(rig.api.send(to(ANA, "x".repeat(2001)))));
        assertTrue(rig.server.calls().isEmpty());
        rig.server.messenger().says(ANA, "Oi");
        assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, "x".repeat(2000))));
    }

    @Test
    void a_stranger_is_nobody() throws Exception {
        assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.api.send(to("777", "Oi"))));
        assertInstanceOf(Stop.class, rig.api.sendTyping("777").orElseThrow());
        assertInstanceOf(Stop.class, rig.api.markSeen("777").orElseThrow());
    }

    @Test
    void after_a_day_only_a_person_may_write_and_after_a_week_nobody() throws Exception {
        MessengerMessage byPerson = new MessengerMessage(ANA, "Oi", ReplyKind.HUMAN_AGENT, null);
        rig.server.messenger().says(ANA, "Oi");
        rig.pass(Duration.ofHours(24).minusSeconds(1));
        assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, "Oi")));
        rig.pass(Duration.ofSeconds(1));
        assertEquals(Stop.Reason.WINDOW_CLOSED, stop(rig.api.send(to(ANA, "Oi"))));
        assertInstanceOf(SendResult.Sent.class, rig.api.send(byPerson));
        assertEquals("HUMAN_AGENT", rig.server.messenger().sent().getLast().kind());
        rig.pass(Duration.ofDays(6));
        assertEquals(Stop.Reason.WINDOW_CLOSED, stop(rig.api.send(byPerson)));
    }

    @Test
    void who_takes_no_messages_is_not_written_to() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        rig.server.messenger().closes(ANA, 400, 551, 1_545_041, "(#551) Not available right now");
        assertEquals(Stop.Reason.BLOCKED, stop(rig.api.send(to(ANA, "Oi"))));
    }

    @Test
    void too_many_messages_are_to_be_repeated_later() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        rig.server.messenger().limit(1, Duration.ofMinutes(1));
        rig.api.send(to(ANA, "1"));
        Retry retry = assertInstanceOf(Retry.class, refusal(rig.api.send(to(ANA, "2"))));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
    }

    @Test
    void typing_and_reading_are_shown() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        assertEquals(Optional.empty(), rig.api.markSeen(ANA));
        assertEquals(Optional.empty(), rig.api.sendTyping(ANA));
        assertEquals(
                List.of("mark_seen " + ANA, "typing_on " + ANA), rig.server.messenger().actions());
    }

    @Test
    void the_echo_tells_what_became_of_a_message_that_nobody_knows_the_end_of() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        rig.told();
        rig.server.fail("messages", GraphFault.Moment.BREAK_AFTER);
        MessengerMessage message = new MessengerMessage(ANA, "Olá", ReplyKind.RESPONSE, "outbox-7");
        assertInstanceOf(SendResult.Unknown.class, rig.api.send(message));
        rig.server.messenger().echoes(rig.server.messenger().sent().getFirst());
        Inbound.Echo echo = assertInstanceOf(Inbound.Echo.class, rig.told().getFirst());
        assertEquals(Inbound.Echo.By.US, echo.by());
        assertEquals("outbox-7", echo.reference());
        assertEquals("m_out2", echo.externalId());
    }

    @Test
    void a_reference_that_would_not_come_back_whole_is_refused() {
        for (String bad : List.of("", "x".repeat(901))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MessengerMessage(ANA, "Oi", ReplyKind.RESPONSE, bad));
        }
        String longest = "x".repeat(900);
        assertEquals(
                longest, new MessengerMessage(ANA, "Oi", ReplyKind.RESPONSE, longest).reference());
    }

    @Test
    void a_file_is_fetched_by_its_address() throws Exception {
        byte[] content = {1, 2, 3};
        Answer<Body> answer = rig.api.download(rig.server.stores("a.jpg", content));
        Body body =
                assertInstanceOf(Body.class, assertInstanceOf(Answer.Given.class, answer).value());
        assertArrayEquals(content, body.bytes());
    }

    @Test
    void a_closed_door_sends_nothing_and_shows_no_secret() throws Exception {
        rig.server.messenger().says(ANA, "Oi");
        rig.api.close();
        assertInstanceOf(Retry.class, refusal(rig.api.send(to(ANA, "Oi"))));
        assertTrue(rig.server.calls().isEmpty());
        assertEquals("MessengerApi", rig.api.toString());
    }
}
