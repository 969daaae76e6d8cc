package app.prosa.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.testing.http.Trouble;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the token is in the requests alone. */
class TokenSecrecyTest {
    private static final String SECRET =
            FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TelegramRig rig = new TelegramRig(TelegramRig.QUICK);

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
        for (Trouble fault : faults()) {
            rig.server.fail("sendMessage", fault);
            rig.server.fail("getUpdates", fault);
            rig.server.fail("file", fault);
            all.append(rig.send("Oi"))
                    .append(rig.api.getUpdates(0, Duration.ZERO))
                    .append(rig.api.download(new TelegramFile("x", null)));
        }
        rig.server.close();
        all.append(rig.send("Oi")).append(rig.api);
        log.list.forEach(event -> all.append(event.getFormattedMessage()));
        assertFalse(all.toString().contains(SECRET), all::toString);
    }

    private static List<Trouble> faults() {
        return List.of(
                FakeDenial.error(400, "Bad URL /bot" + FakeTelegram.TOKEN + "/sendMessage"),
                FakeDenial.error(409, "Conflict with " + FakeTelegram.TOKEN),
                FakeDenial.error(502, "upstream /bot" + SECRET),
                Trouble.redirect("https://example.com/bot" + FakeTelegram.TOKEN + "/x"),
                Trouble.raw(200, "X-Junk\r\n", FakeTelegram.TOKEN),
                Trouble.page(500),
                new FakeDenial(429, FakeTelegram.TOKEN, Map.of("retry_after", 1L)).trouble(),
                Trouble.Moment.BREAK_BEFORE,
                Trouble.Moment.HALF);
    }

    @Test
    void no_address_that_is_refused_shows_it_either() {
        URI bad = URI.create("ftp://example.com/" + FakeTelegram.TOKEN);
        String said =
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        TelegramRig.api(bad, FakeTelegram.TOKEN, TelegramRig.QUICK)
                                                .close())
                        .getMessage();
        assertNotNull(said);
        assertFalse(said.contains(SECRET));
    }

    @Test
    void what_is_no_token_is_refused_unseen() {
        for (String bad :
                List.of("", "x", "123", "123:", ":abc", "1:a/b", "1:a b", "1:a\n", "é:abc")) {
            String said =
                    assertThrows(IllegalArgumentException.class, () -> new TelegramToken(bad))
                            .getMessage();
            assertEquals("This is no token of a Telegram bot", said);
        }
        assertEquals("TelegramToken", new TelegramToken(FakeTelegram.TOKEN).toString());
    }

    @Test
    void anything_that_looks_like_a_token_is_taken_out() {
        TelegramToken token = new TelegramToken(FakeTelegram.TOKEN);
        String other = "987654321:AAzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";
        assertEquals("/bot[token]/x", token.redact("/bot" + other + "/x"));
        assertEquals("/bot[token]/x", token.redact("/bot" + other.replace(":", "%3A") + "/x"));
        assertEquals("at 12:30, line 7", token.redact("at 12:30, line 7"));
    }
}
