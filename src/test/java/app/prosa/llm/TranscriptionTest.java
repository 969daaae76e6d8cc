package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Transcription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptionTest {
    private static final TimeLimits QUICK =
            new TimeLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(20));

    private final FakeOpenAi server = FakeOpenAi.start();

    @AfterEach
    void close() {
        server.close();
    }

    private static Attachment spoken(String words) {
        return new Attachment(
                "voice.ogg", "audio/ogg", ("OggS" + words).getBytes(StandardCharsets.UTF_8));
    }

    private Models models(String model, String baseUrl, Map<String, String> keys) {
        Settings.Provider usual =
                new Settings.Provider("p", Preset.CUSTOM, "Fake", server.baseUrl(), List.of());
        Settings settings =
                Settings.DEFAULT.with(
                        new Settings.Models(
                                List.of(usual), new ModelChoice("p", "echo"), null, null, 10));
        Settings all = settings.with(settings.channels().with(new Transcription(model, baseUrl)));
        return new Models(
                () -> all,
                id -> Optional.ofNullable(keys.get(id)),
                () -> Texts.in(Language.ENGLISH),
                QUICK);
    }

    private Models models(String model) {
        return models(model, "", Map.of("p", FakeOpenAi.KEY));
    }

    @Test
    void what_was_said_is_written_down_by_the_usual_provider() throws Exception {
        try (Models models = models("whisper")) {
            assertTrue(models.hears());
            assertEquals("Quero dois pães 🥖", models.writtenDown(spoken("Quero dois pães 🥖")));
        }
        assertEquals("/v1/audio/transcriptions", server.requests().getFirst().path());
        assertEquals(
                "voice.ogg", server.requests().getFirst().body().at("/file/filename").asText());
        assertTrue(
                server.requests()
                        .getFirst()
                        .body()
                        .at("/file/head")
                        .asText()
                        .contains("Content-Type: audio/ogg"));
    }

    @Test
    void whatever_else_a_server_tells_the_words_are_found() throws Exception {
        try (Models models = models("whisper-verbose")) {
            assertEquals("Oi", models.writtenDown(spoken("Oi")));
        }
    }

    @Test
    void another_server_is_asked_with_its_own_key() throws Exception {
        Map<String, String> keys = Map.of("p", "sk-other", Transcription.KEY, FakeOpenAi.KEY);
        try (Models models = models("whisper", server.baseUrl() + "/", keys)) {
            assertEquals("Oi", models.writtenDown(spoken("Oi")));
        }
    }

    @Test
    void a_server_that_is_busy_is_asked_once_more() throws Exception {
        try (Models models = models("whisper-busy-once")) {
            assertEquals("Oi", models.writtenDown(spoken("Oi")));
        }
        assertEquals(2, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "missing, NO_SUCH_MODEL, 1",
        "forbidden, KEY_REFUSED, 1",
        "quota, QUOTA_SPENT, 1",
        "broken, SERVER, 2",
        "busy, RATE_LIMITED, 2",
        "silent, TIMEOUT, 1",
        "html, SERVER, 1",
        "whisper-odd, SERVER, 1"
    })
    void what_fails_is_sorted(String model, Failure.Kind kind, int asked) {
        try (Models models = models(model)) {
            ChatModelException failed =
                    assertThrows(ChatModelException.class, () -> models.writtenDown(spoken("Oi")));
            assertEquals(kind, failed.failure().kind());
            assertFalse(failed.failure().detail().contains(FakeOpenAi.KEY));
        }
        assertEquals(asked, server.requests().size());
    }

    @Test
    void without_a_model_nobody_hears() {
        try (Models models = models("")) {
            assertFalse(models.hears());
            assertEquals(
                    Failure.Kind.NO_MODEL,
                    assertThrows(ChatModelException.class, () -> models.writtenDown(spoken("Oi")))
                            .failure()
                            .kind());
        }
    }
}
