package app.prosa.channel.twilio;

import static app.prosa.channel.twilio.TwilioRig.ANA;
import static app.prosa.channel.twilio.TwilioRig.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.testing.http.Trouble;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the token is in the requests alone. */
class TwilioSecrecyTest {
    private static final String BASIC =
            Base64.getEncoder()
                    .encodeToString(
                            (FakeTwilio.SID + ":" + FakeTwilio.TOKEN)
                                    .getBytes(StandardCharsets.US_ASCII));
    private static final String REFERENCE = "SM" + "0".repeat(32) + "/ME" + "0".repeat(32);

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TwilioRig rig = new TwilioRig(TwilioRig.QUICK);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(usual);
        rig.close();
    }

    @Test
    void no_failure_shows_the_token() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Trouble trouble : troubles()) {
            for (String kind : List.of("send", "account", "list", "message", "media")) {
                rig.server.fail(kind, trouble);
            }
            all.append(askEverything());
        }
        all.append(askEverything());
        rig.server.close();
        all.append(askEverything()).append(rig.api);
        log.list.forEach(event -> all.append(event.getFormattedMessage()));
        assertSecret(all.toString());
        assertTrue(all.toString().contains("[token]"));
    }

    private String askEverything() throws InterruptedException {
        return ""
                + rig.send("Oi")
                + rig.api.profile()
                + rig.api.received(NOON)
                + rig.api.sent(ANA, NOON)
                + rig.api.message("SM" + "0".repeat(32))
                + rig.api.download(REFERENCE);
    }

    private static List<Trouble> troubles() {
        return List.of(
                FakeTwilio.error(400, 20001, "Bad token " + FakeTwilio.TOKEN),
                FakeTwilio.error(401, 20003, "Basic " + BASIC),
                FakeTwilio.error(502, 20500, "upstream " + FakeTwilio.TOKEN),
                Trouble.redirect("https://evil.example/" + FakeTwilio.TOKEN),
                Trouble.raw(200, "", FakeTwilio.TOKEN),
                Trouble.raw(
                        200, "", "{\"friendly_name\":\"" + FakeTwilio.TOKEN + "\",\"sid\":\"x\"}"),
                Trouble.raw(200, "X-" + FakeTwilio.TOKEN + "\r\n", "no header"),
                Trouble.page(500),
                Trouble.Moment.BREAK_BEFORE,
                Trouble.Moment.HALF);
    }

    @Test
    void the_account_says_its_token_and_we_do_not() throws Exception {
        rig.server.fail(
                "account",
                Trouble.raw(
                        200,
                        "",
                        "{\"sid\":\"%s\",\"friendly_name\":\"My %s\",\"status\":\"%s\"}"
                                .formatted(FakeTwilio.SID, FakeTwilio.TOKEN, FakeTwilio.TOKEN)));
        TwilioProfile profile = TwilioRig.given(rig.api.profile());
        assertEquals(new TwilioProfile("My [token]", TwilioProfile.Status.OTHER, false), profile);
        assertSecret(TwilioRig.given(rig.api.profile()).toString());
    }

    @Test
    void no_callback_shows_it() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", "SM" + "0".repeat(32));
        form.put("MessageStatus", "failed");
        form.put("ErrorCode", "99999");
        form.put("ErrorMessage", "with " + FakeTwilio.TOKEN);
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), () -> NOON);
        assertSecret(webhook.status(TwilioRig.form(form)).toString());
    }

    @Test
    void what_has_the_token_does_not_say_it() {
        TwilioAccount account = FakeTwilio.account();
        assertSecret(account + " " + account.signature() + " " + rig.api + " " + account.sender());
        URI bad = URI.create("ftp://example.com/" + FakeTwilio.TOKEN);
        assertSecret(said(() -> new TwilioApi(bad, account, TwilioRig.QUICK).close()));
    }

    @Test
    void what_is_no_account_is_refused_unseen() {
        TwilioSender sender = new TwilioSender.Phone(FakeTwilio.NUMBER);
        for (String bad : List.of("", "x", "f0e1 d2c3b4a5968778695a4b3c2d1e0f", "é".repeat(32))) {
            assertEquals(
                    "This is no auth token of a Twilio account",
                    said(() -> new TwilioAccount(FakeTwilio.SID, bad, sender)));
        }
        for (String bad : List.of("", "AC1", FakeTwilio.TOKEN, FakeTwilio.SID + "/")) {
            assertEquals(
                    "This is no SID of a Twilio account",
                    said(() -> new TwilioAccount(bad, FakeTwilio.TOKEN, sender)));
        }
    }

    @Test
    void anything_that_looks_like_a_token_is_taken_out_and_no_sid() {
        TwilioAccount account = FakeTwilio.account();
        String other = "00112233445566778899aabbccddeeff";
        assertEquals("/x/[token]/y", account.redact("/x/" + other + "/y"));
        String sids = FakeTwilio.SID + " SM" + other + " " + FakeTwilio.SERVICE;
        assertEquals(sids, account.redact(sids));
    }

    @Test
    void a_token_of_another_shape_is_taken_out_too() {
        String token = "ZyXwVuTsRqPoNmLkJiHgFeDcBa";
        TwilioSender sender = new TwilioSender.Phone(FakeTwilio.NUMBER);
        TwilioAccount account = new TwilioAccount(FakeTwilio.SID, token, sender);
        assertEquals("a [token] b", account.redact("a " + token + " b"));
    }

    private static String said(Runnable wrong) {
        String said = assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
        assertNotNull(said);
        return said;
    }

    private static void assertSecret(String text) {
        assertFalse(text.contains(FakeTwilio.TOKEN), text);
        assertFalse(text.contains(BASIC), text);
    }
}
