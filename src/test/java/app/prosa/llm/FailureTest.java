package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import app.prosa.settings.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    private final Collected sink = new Collected();
    private final Rig rig = Rig.start();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "quota, QUOTA_SPENT",
        "unpaid, QUOTA_SPENT",
        "forbidden, KEY_REFUSED",
        "missing, NO_SUCH_MODEL",
        "never-heard-of, NO_SUCH_MODEL",
        "broken, SERVER",
        "page, SERVER",
        "html, SERVER",
        "garbage, SERVER",
        "not-http, SERVER",
        "error-json, SERVER",
        "full, CONTEXT_TOO_LONG",
        "refused, CONTENT_REFUSED",
        "filtered, CONTENT_REFUSED",
        "odd, BAD_REQUEST",
        "moved, NETWORK",
        "gone, NETWORK",
        "silent, TIMEOUT",
        "busy, RATE_LIMITED"
    })
    void a_failure_before_the_answer_has_its_kind(String model, Kind kind) {
        Failure failure = rig.fail(model, sink);

        assertEquals(kind, failure.kind(), failure.toString());
        assertEquals("", sink.answer());
    }

    @ParameterizedTest
    @CsvSource({
        "cut, CONNECTION_LOST",
        "cut-clean, CONNECTION_LOST",
        "cut-polite, CONNECTION_LOST",
        "silent-midway, TIMEOUT",
        "error-midway, SERVER"
    })
    void a_failure_inside_the_answer_keeps_what_came_and_is_not_tried_again(
            String model, Kind kind) {
        Failure failure = rig.fail(model, sink);

        assertEquals(kind, failure.kind(), failure.toString());
        assertEquals("This is only half of", sink.answer());
        assertEquals(1, rig.server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "error-midway, Worker died.",
        "page, 502 Bad Gateway",
        "odd, I do not like it.",
        "error-json, Upstream is down."
    })
    void the_detail_is_what_the_server_said(String model, String said) {
        assertEquals(said, rig.fail(model).detail());
    }

    @ParameterizedTest
    @CsvSource({"busy, 30", "busy-date, 60"})
    void the_delay_that_the_server_asks_for_is_known(String model, int seconds) {
        Duration asked = rig.fail(model).retryAfter();

        assertNotNull(asked);
        assertTrue(Math.abs(asked.toSeconds() - seconds) <= 2, asked.toString());
        assertEquals(1, rig.server.requests().size(), "too long to wait silently");
    }

    @Test
    void a_server_that_stays_broken_is_tried_three_times() {
        rig.fail("broken");

        assertEquals(3, rig.server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-wrong-key-1234567890", "sk-with nonsense é"})
    void a_wrong_key_is_refused(String key) {
        assertEquals(Kind.KEY_REFUSED, fail(Preset.CUSTOM, rig.server.baseUrl(), key).kind());
    }

    @Test
    void a_missing_key_is_noticed_without_a_call() {
        assertEquals(Kind.NO_KEY, fail(Preset.OPENAI, rig.server.baseUrl(), null).kind());
        assertEquals(Kind.NO_KEY, fail(Preset.OPENAI, rig.server.baseUrl(), " ").kind());
        assertEquals(0, rig.server.connections());
    }

    @Test
    void a_locked_key_store_is_no_key() {
        try (Models models =
                new Models(
                        () -> Rig.settings(Preset.CUSTOM, rig.server.baseUrl()),
                        _ -> {
                            throw new SecretsException(Problem.LOCKED, "read", null);
                        },
                        () -> Texts.in(Language.ENGLISH),
                        TimeLimits.DEFAULT)) {
            assertEquals(Kind.NO_KEY, fail(models, "echo").kind());
        }
    }

    @Test
    void an_unknown_provider_or_a_blank_model_is_no_model() {
        try (Models none =
                new Models(
                        () -> app.prosa.settings.Settings.DEFAULT,
                        _ -> java.util.Optional.empty(),
                        () -> Texts.in(Language.ENGLISH),
                        TimeLimits.DEFAULT)) {
            assertEquals(Kind.NO_MODEL, fail(none, "echo").kind());
        }
        assertEquals(Kind.NO_MODEL, rig.fail(" ").kind());
    }

    @Test
    void nobody_at_the_address_is_the_network() {
        FakeOpenAi gone = FakeOpenAi.start();
        gone.close();
        assertEquals(Kind.NETWORK, fail(Preset.CUSTOM, gone.baseUrl(), null).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://no-such-host.invalid/v1",
                "",
                "localhost:1234/v1",
                "ftp://127.0.0.1/v1",
                "http://a b/v1"
            })
    void an_address_that_leads_nowhere_is_the_network(String address) {
        assertEquals(Kind.NETWORK, fail(Preset.CUSTOM, address, null).kind());
    }

    @Test
    void an_address_of_another_service_is_the_network() {
        String address = rig.server.origin() + "/elsewhere";
        assertEquals(Kind.NETWORK, fail(Preset.CUSTOM, address, FakeOpenAi.KEY).kind());
    }

    @Test
    void a_server_without_tls_is_the_network() {
        String address = rig.server.baseUrl().replace("http:", "https:");
        assertEquals(Kind.NETWORK, fail(Preset.CUSTOM, address, null).kind());
    }

    private static Failure fail(Preset preset, String address, @Nullable String key) {
        try (Models models = Rig.models(preset, address, key)) {
            return fail(models, "echo");
        }
    }

    private static Failure fail(Models models, String model) {
        return assertThrows(
                        ChatModelException.class,
                        () -> models.stream(Rig.request(model, "Hi"), new Collected()))
                .failure();
    }
}
