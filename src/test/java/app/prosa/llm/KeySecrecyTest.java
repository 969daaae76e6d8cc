package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.conversation.ChatModelException;
import app.prosa.settings.Preset;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the key is nowhere but in the header. */
class KeySecrecyTest {
    private static final String WRONG = "sk-wrong-1234567890abcdefghij";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final FakeOpenAi server = FakeOpenAi.start();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(usual);
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeModel.class,
            names = {"BROKEN", "CUT", "MISSING", "ODD", "GARBAGE", "ERROR_MIDWAY", "NOT_HTTP"})
    void a_failing_call_does_not_show_the_key(FakeModel model) {
        assertSecret(model.title(), FakeOpenAi.KEY, "test-good");
    }

    @Test
    void a_server_that_repeats_the_key_does_not_make_us_show_it() {
        assertSecret("echo", WRONG, "wrong-1");
        assertEquals("Bearer " + WRONG, server.requests().getLast().headers().get("authorization"));
    }

    private void assertSecret(String model, String key, String secret) {
        try (Models models = Rig.models(Preset.CUSTOM, server.baseUrl(), key)) {
            ChatModelException failed =
                    assertThrows(
                            ChatModelException.class,
                            () -> models.stream(Rig.request(model, "Hi"), new Collected()));
            StringWriter everything = new StringWriter();
            failed.printStackTrace(new PrintWriter(everything));
            everything.append(failed.failure().toString());
            log.list.forEach(event -> everything.append(event.getFormattedMessage()));
            assertFalse(everything.toString().contains(secret), everything::toString);
        }
    }
}
