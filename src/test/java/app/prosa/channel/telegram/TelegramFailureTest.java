package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.testing.http.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message when something goes wrong. */
class TelegramFailureTest {
    private final TelegramRig rig = new TelegramRig(TelegramRig.QUICK);

    @BeforeEach
    void known() {
        rig.server.says(ANA, "Oi");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Refusal refusal(Trouble fault) throws InterruptedException {
        rig.server.fail("sendMessage", fault);
        return refusal(rig.send("Oi"));
    }

    private static Refusal refusal(SendResult result) {
        return assertInstanceOf(SendResult.Refused.class, result).refusal();
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
    void too_many_messages_are_to_be_repeated_when_telegram_says() throws Exception {
        Retry retry = retry(refusal(FakeDenial.flood(35)));
        assertEquals(Retry.Cause.SLOW_DOWN, retry.cause());
        assertEquals(Duration.ofSeconds(35), retry.after());
    }

    @Test
    void the_rate_of_a_chat_is_kept_by_the_server() throws Exception {
        rig.server.limit(2, Duration.ofMinutes(1));
        rig.send("1");
        rig.send("2");
        Duration after = retry(refusal(rig.send("3"))).after();
        assertTrue(after != null && after.compareTo(Duration.ofSeconds(50)) > 0);
        assertEquals(2, rig.server.sent().size());
    }

    @Test
    void a_person_who_blocked_us_is_not_written_to() throws Exception {
        rig.server.blocks(ANA);
        assertEquals(Stop.Reason.BLOCKED, stop(refusal(rig.send("Oi"))));
        rig.server.unblocks(ANA);
        assertInstanceOf(SendResult.Sent.class, rig.send("Oi"));
    }

    @Test
    void a_group_that_moved_says_where() throws Exception {
        rig.server.saysInGroup(-5, ANA, "Oi");
        rig.server.upgrades(-5, -1005);
        TelegramMessage message =
                new TelegramMessage("-5", "Oi", TelegramMessage.Format.HTML, null);
        Refusal refusal = refusal(rig.api.sendMessage(message));
        assertEquals("-1005", assertInstanceOf(Refusal.Moved.class, refusal).chatId());
    }

    @Test
    void markup_that_is_not_understood_may_go_out_plain() throws Exception {
        Refusal refusal = refusal(rig.send("<b>never closed"));
        assertInstanceOf(Refusal.Markup.class, refusal);
        assertInstanceOf(
                SendResult.Sent.class, rig.api.sendMessage(TelegramRig.plain("never closed")));
    }

    @Test
    void a_message_that_is_too_long_or_empty_stops_for_good() throws Exception {
        assertEquals(Stop.Reason.TOO_LARGE, stop(refusal(rig.send("x".repeat(4097)))));
        assertEquals(Stop.Reason.REJECTED, stop(refusal(rig.send(" "))));
        assertInstanceOf(SendResult.Sent.class, rig.send("x".repeat(4096)));
    }

    @Test
    void a_stranger_is_nobody() throws Exception {
        TelegramMessage message =
                new TelegramMessage("777", "Oi", TelegramMessage.Format.HTML, null);
        assertEquals(Stop.Reason.BAD_ADDRESS, stop(refusal(rig.api.sendMessage(message))));
    }

    @Test
    void a_server_that_says_it_failed_may_be_asked_again() throws Exception {
        assertEquals(
                Retry.Cause.SERVER,
                retry(refusal(FakeDenial.error(500, "Internal Server Error"))).cause());
        assertEquals(Retry.Cause.SERVER, retry(refusal(Trouble.page(503))).cause());
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_gateway_does_not_know_whether_the_message_arrived(int status) throws Exception {
        rig.server.fail(
                "sendMessage", FakeDenial.error(status, "Bad Gateway"), Trouble.page(status));
        assertInstanceOf(SendResult.Unknown.class, rig.send("1"));
        assertInstanceOf(SendResult.Unknown.class, rig.send("2"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.Moment.class)
    void after_a_broken_or_silent_connection_nobody_knows(Trouble.Moment moment) throws Exception {
        rig.server.fail("sendMessage", moment);
        assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
        boolean lost =
                moment == Trouble.Moment.BREAK_BEFORE || moment == Trouble.Moment.SILENT_BEFORE;
        assertEquals(lost ? 0 : 1, rig.server.sent().size());
        assertEquals(1, rig.server.calls("sendMessage").size());
        assertInstanceOf(SendResult.Sent.class, rig.send("Oi"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.Moment.class)
    void a_question_may_be_asked_again(Trouble.Moment moment) throws Exception {
        rig.server.fail("getMe", moment);
        Answer.Refused<TelegramBot> refused =
                new Answer.Refused<>(new Retry(Retry.Cause.NETWORK, null, ""));
        assertEquals(refused, withoutWords(rig.api.getMe()));
    }

    private static <T> Answer<T> withoutWords(Answer<T> answer) {
        return answer instanceof Answer.Refused<T>(Retry retry)
                ? new Answer.Refused<>(new Retry(retry.cause(), retry.after(), ""))
                : answer;
    }

    @Test
    void a_message_for_which_there_was_no_connection_did_not_arrive() throws Exception {
        // Port 1 is nobody's; one that was closed a moment ago may still take a connection.
        try (TelegramApi api =
                new TelegramApi(
                        URI.create("http://127.0.0.1:1"),
                        new TelegramToken(FakeTelegram.TOKEN),
                        TimeLimits.USUAL)) {
            SendResult sent =
                    api.sendMessage(
                            new TelegramMessage("501", "Oi", TelegramMessage.Format.PLAIN, null));
            assertEquals(Retry.Cause.NETWORK, retry(refusal(sent)).cause());
        }
    }

    @Test
    void an_answer_that_is_not_the_bot_apis_is_for_the_operator() throws Exception {
        assertEquals(FixMe.Fault.ADDRESS, fixMe(refusal(Trouble.page(404))));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(refusal(Trouble.redirect("https://example.com/"))));
        rig.server.fail("getMe", Trouble.page(200));
        Refusal refusal = assertInstanceOf(Answer.Refused.class, rig.api.getMe()).refusal();
        assertEquals(FixMe.Fault.ADDRESS, fixMe(refusal));
    }

    @Test
    void a_success_without_its_number_is_not_sent_again_lightly() throws Exception {
        rig.server.fail(
                "sendMessage",
                Trouble.page(200),
                Trouble.raw(200, "", "{\"ok\":true,\"result\":true}"),
                Trouble.raw(200, "", "{\"ok\":true,\"result\":{\"message_id\":\"x\"}}"));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(SendResult.Unknown.class, rig.send("Oi"));
        }
    }

    @Test
    void a_wrong_token_is_for_the_operator() throws Exception {
        for (String token : new String[] {FakeTelegram.TOKEN.replace('A', 'B'), "1:short"}) {
            try (TelegramApi api =
                    TelegramRig.api(rig.server.baseUrl(), token, TelegramRig.PATIENT)) {
                assertEquals(
                        FixMe.Fault.TOKEN, fixMe(refusal(api.sendMessage(TelegramRig.html("Oi")))));
            }
        }
    }

    @Test
    void a_server_that_is_too_old_for_a_method_is_not_a_wrong_token() throws Exception {
        rig.server.fail("sendChatAction", FakeDenial.error(404, "Not Found: method not found"));
        assertEquals(FixMe.Fault.ADDRESS, fixMe(rig.api.sendTyping("42").orElseThrow()));
    }

    @Test
    void odd_errors_are_errors_all_the_same() throws Exception {
        Trouble noReason = Trouble.raw(400, "", "{\"ok\":false}");
        assertEquals(Stop.Reason.REJECTED, stop(refusal(noReason)));
        Trouble okButNot = Trouble.raw(403, "", "{\"ok\":true,\"result\":{}}");
        assertEquals(Stop.Reason.BLOCKED, stop(refusal(okButNot)));
        Trouble odd = new FakeDenial(429, "x", Map.of("retry_after", -7L)).trouble();
        assertEquals(Duration.ZERO, retry(refusal(odd)).after());
        Trouble inWords = FakeDenial.error(429, "Too Many Requests: retry after 12");
        assertEquals(Duration.ofSeconds(12), retry(refusal(inWords)).after());
        String endless = "é".repeat(5000);
        assertEquals(300, refusal(FakeDenial.error(400, endless)).said().length());
    }

    @Test
    void a_server_that_answers_where_no_bot_api_is_has_the_wrong_address() throws Exception {
        URI elsewhere = URI.create(rig.server.baseUrl() + "/elsewhere");
        try (TelegramApi api =
                TelegramRig.api(elsewhere, FakeTelegram.TOKEN, TelegramRig.PATIENT)) {
            Refusal refusal = assertInstanceOf(Answer.Refused.class, api.getMe()).refusal();
            assertEquals(FixMe.Fault.TOKEN, fixMe(refusal)); // as Telegram itself says it
        }
    }
}
