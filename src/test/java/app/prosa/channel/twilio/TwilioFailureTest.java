package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.testing.http.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message when something goes wrong. */
class TwilioFailureTest {
    private final TwilioRig rig = new TwilioRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Refusal after(Trouble trouble) throws InterruptedException {
        rig.server.fail("send", trouble);
        return refusal(rig.send("Oi"));
    }

    private static Retry retry(Refusal refusal) {
        return assertInstanceOf(Retry.class, refusal);
    }

    private static Stop.Reason stop(Refusal refusal) {
        return assertInstanceOf(Stop.class, refusal).reason();
    }

    private static FixMe.Fault fixMe(Refusal refusal) {
        return assertInstanceOf(FixMe.class, refusal).fault();
    }

    @Test
    void too_many_messages_are_to_be_repeated_when_twilio_says() throws Exception {
        Retry retry = retry(after(FakeTwilio.slowDown(35)));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
        assertEquals(Duration.ofSeconds(35), retry.after());
        Retry unsaid = retry(after(FakeTwilio.error(429, 20429, "Too Many Requests")));
        assertNull(unsaid.after());
        assertTrue(rig.server.sent().isEmpty());
    }

    @Test
    void a_proxy_that_is_too_busy_is_waited_for_too() throws Exception {
        Retry retry = retry(after(Trouble.raw(429, "Retry-After: 3\r\n", "slow down")));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
        assertEquals(Duration.ofSeconds(3), retry.after());
        for (String odd : new String[] {"-1", "soon", "99999999999", ""}) {
            assertNull(retry(after(Trouble.raw(429, "Retry-After: " + odd + "\r\n", ""))).after());
        }
    }

    @Test
    void a_person_who_wants_no_more_messages_gets_none() throws Exception {
        rig.server.optsOut(ANA);
        assertEquals(Stop.Reason.OPTED_OUT, stop(refusal(rig.send("Oi"))));
        rig.server.optsIn(ANA);
        assertInstanceOf(SendResult.Sent.class, rig.send("Oi"));
    }

    @Test
    void a_message_that_is_too_long_or_empty_stops_for_good() throws Exception {
        assertEquals(Stop.Reason.TOO_LARGE, stop(refusal(rig.send("x".repeat(1601)))));
        assertEquals(Stop.Reason.REJECTED, stop(refusal(rig.send(""))));
        assertInstanceOf(SendResult.Sent.class, rig.send("ç".repeat(1600)));
    }

    @Test
    void half_a_character_does_no_harm() throws Exception {
        assertInstanceOf(SendResult.Sent.class, rig.send("a\uD83D"));
        assertEquals("a?", rig.server.sent().getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:+12", "whatsapp:11987654321", "whatsapp:Ana"})
    void nobody_is_there(String to) throws Exception {
        SendResult result = rig.api.send(new TwilioText(to, "Oi", null));
        assertEquals(Stop.Reason.BAD_ADDRESS, stop(refusal(result)));
    }

    @Test
    void a_number_that_is_not_ours_is_for_the_operator() throws Exception {
        TwilioAccount other = TwilioRig.account(new TwilioSender.Phone("whatsapp:+14155230000"));
        try (TwilioApi api = rig.apiOf(other)) {
            Refusal refusal = refusal(api.send(new TwilioText(ANA, "Oi", null)));
            assertEquals(FixMe.Fault.PERMISSION, fixMe(refusal));
        }
    }

    @Test
    void a_status_address_that_twilio_cannot_use_is_for_the_operator() throws Exception {
        URI home = URI.create("http://192.168.0.2/api/whatsapp/status");
        Refusal refusal = refusal(rig.api.send(new TwilioText(ANA, "Oi", home)));
        assertEquals(FixMe.Fault.PUBLIC_URL, fixMe(refusal));
    }

    @Test
    void a_wrong_token_is_for_the_operator() throws Exception {
        TwilioSender sender = new TwilioSender.Phone(FakeTwilio.NUMBER);
        TwilioAccount wrong = new TwilioAccount(FakeTwilio.SID, "0".repeat(32), sender);
        try (TwilioApi api = rig.apiOf(wrong)) {
            assertEquals(
                    FixMe.Fault.TOKEN, fixMe(refusal(api.send(new TwilioText(ANA, "Oi", null)))));
            assertEquals(FixMe.Fault.TOKEN, fixMe(refusal(api.profile())));
            assertEquals(FixMe.Fault.TOKEN, fixMe(refusal(api.received(TwilioRig.NOON))));
            assertEquals(FixMe.Fault.TOKEN, fixMe(refusal(api.message("SM" + "0".repeat(32)))));
        }
    }

    @Test
    void an_account_that_is_suspended_is_for_the_operator() throws Exception {
        rig.server.setAccountStatus("suspended");
        assertEquals(FixMe.Fault.ACCOUNT, fixMe(refusal(rig.send("Oi"))));
    }

    @Test
    void a_server_that_says_it_did_not_begin_may_be_asked_again() throws Exception {
        assertEquals(
                Retry.Cause.SERVER,
                retry(after(FakeTwilio.error(503, 20503, "Service unavailable"))).cause());
        assertEquals(Retry.Cause.SERVER, retry(after(Trouble.page(503))).cause());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void a_server_that_failed_does_not_know_whether_it_has_the_message(int status)
            throws Exception {
        rig.server.fail("send", FakeTwilio.error(status, 20500, "Oh no"), Trouble.page(status));
        assertInstanceOf(SendResult.Unknown.class, rig.send("1"));
        assertInstanceOf(SendResult.Unknown.class, rig.send("2"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.Moment.class)
    void after_a_broken_or_silent_connection_nobody_knows(Trouble.Moment moment) throws Exception {
        rig.server.fail("send", moment);
        try (TwilioApi api =
                new TwilioApi(rig.server.baseUrl(), FakeTwilio.account(), of(moment))) {
            SendResult result = api.send(new TwilioText(ANA, "Oi", null));
            assertInstanceOf(SendResult.Unknown.class, result);
        }
        boolean lost =
                moment == Trouble.Moment.BREAK_BEFORE || moment == Trouble.Moment.SILENT_BEFORE;
        assertEquals(lost ? 0 : 1, rig.server.sent().size());
        assertEquals(1, rig.server.calls("send").size());
        assertInstanceOf(SendResult.Sent.class, rig.send("Oi"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.Moment.class)
    void a_question_may_be_asked_again(Trouble.Moment moment) throws Exception {
        // A question is asked again by the JDK itself when the connection breaks.
        rig.server.fail("account", moment, moment);
        try (TwilioApi api =
                new TwilioApi(rig.server.baseUrl(), FakeTwilio.account(), of(moment))) {
            assertEquals(Retry.Cause.NETWORK, retry(refusal(api.profile())).cause());
        }
    }

    /** Only where nothing comes, nobody waits for long. */
    private static TimeLimits of(Trouble.Moment moment) {
        return switch (moment) {
            case BREAK_BEFORE, BREAK_AFTER -> TwilioRig.PATIENT;
            case SILENT_BEFORE, SILENT_AFTER, HALF -> TwilioRig.QUICK;
        };
    }

    @Test
    void a_message_for_which_there_was_no_connection_did_not_arrive() throws Exception {
        rig.server.close();
        assertEquals(Retry.Cause.NETWORK, retry(refusal(rig.send("Oi"))).cause());
    }

    @Test
    void whoever_is_interrupted_may_have_sent_the_message() throws Exception {
        rig.server.fail("send", Trouble.Moment.SILENT_AFTER);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread sender =
                Thread.ofVirtual()
                        .start(() -> {
                            try (TwilioApi api = rig.apiOf(FakeTwilio.account())) {
                                api.send(new TwilioText(ANA, "Oi", null));
                                interrupted.complete(false);
                            } catch (InterruptedException e) {
                                interrupted.complete(true);
                            }
                        });
        rig.server.awaitCall("send");
        sender.interrupt();
        assertTrue(interrupted.get(10, TimeUnit.SECONDS));
    }

    @Test
    void an_answer_that_is_not_twilios_is_for_the_operator() throws Exception {
        assertEquals(FixMe.Fault.ADDRESS, fixMe(after(Trouble.page(404))));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(after(Trouble.page(401))));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(after(Trouble.redirect("https://example.com/"))));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(after(Trouble.raw(404, "", "{\"error\":\"no\"}"))));
        assertEquals(
                FixMe.Fault.ADDRESS,
                fixMe(after(Trouble.raw(302, "Location: /x\r\n", "{\"code\":20429}"))));
        rig.server.fail("account", Trouble.page(200));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(refusal(rig.api.profile())));
        rig.server.fail("account", Trouble.raw(200, "", "{\"sid\":\"AC1\"}"));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(refusal(rig.api.profile())));
    }

    @Test
    void a_success_without_its_sid_is_not_sent_again_lightly() throws Exception {
        rig.server.fail(
                "send",
                Trouble.page(201),
                Trouble.raw(201, "", "{\"sid\":7}"),
                Trouble.raw(201, "", "{\"sid\":\"SM1\"}"));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
        }
    }

    @Test
    void odd_errors_are_errors_all_the_same() throws Exception {
        assertEquals(Stop.Reason.REJECTED, stop(after(Trouble.raw(400, "", "{\"status\":400}"))));
        assertEquals(
                Stop.Reason.REJECTED,
                stop(after(Trouble.raw(400, "", "{\"code\":9223372036854775807}"))));
        assertEquals(Stop.Reason.REJECTED, stop(after(Trouble.raw(400, "", "{\"code\":-5}"))));
        String endless = "é".repeat(5000);
        assertEquals(300, after(FakeTwilio.error(400, 21211, endless)).said().length());
    }
}
