package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure.Kind;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Rig rig = Rig.start();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void the_models_of_a_provider_are_listed() throws Exception {
        List<String> names = rig.models.models(Rig.PROVIDER);

        assertEquals(FakeModel.values().length, names.size());
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void a_refused_key_is_a_failure_also_when_listing() {
        try (Models models = Rig.models(Preset.CUSTOM, rig.server.baseUrl(), "sk-no")) {
            assertEquals(
                    Kind.KEY_REFUSED,
                    assertThrows(ChatModelException.class, () -> models.models(Rig.PROVIDER))
                            .failure()
                            .kind());
        }
    }

    @Test
    void what_cannot_chat_is_not_listed_for_openai() {
        List<String> all =
                List.of(
                        "whisper-1",
                        "gpt-4o",
                        "text-embedding-3-small",
                        "GPT-3.5-turbo",
                        "gpt-4o-audio-preview",
                        "gpt-image-1",
                        "o1-pro",
                        "o3",
                        "tts-1",
                        "dall-e-3",
                        "omni-moderation-latest",
                        "gpt-4o");

        assertEquals(
                List.of("GPT-3.5-turbo", "gpt-4o", "o3"), ModelNames.forChat(all, Preset.OPENAI));
        assertEquals(11, ModelNames.forChat(all, Preset.CUSTOM).size());
    }

    @Test
    void a_check_is_one_tiny_call_and_says_how_long_it_took() throws Exception {
        Duration took = rig.models.check(new ModelRef(Rig.PROVIDER, "slow-headers"));

        assertTrue(took.toMillis() >= 300, took.toString());
        assertEquals(1, rig.server.requests().size());
        assertEquals(16, rig.lastRequest().body().path("max_tokens").asInt());
    }

    @Test
    void a_check_fails_as_a_conversation_would() {
        ChatModelException failed =
                assertThrows(
                        ChatModelException.class,
                        () -> rig.models.check(new ModelRef(Rig.PROVIDER, "missing")));

        assertEquals(Kind.NO_SUCH_MODEL, failed.failure().kind());
    }

    @Test
    void a_server_on_this_computer_is_found() throws Exception {
        try (FakeOpenAi ollama = FakeOpenAi.startWithoutKey()) {
            assertTrue(rig.models.probe(ollama.baseUrl()).contains("echo"));
            assertEquals(null, ollama.requests().getFirst().headers().get("authorization"));
        }
    }

    @Test
    void where_nobody_answers_nothing_is_found() throws Exception {
        FakeOpenAi gone = FakeOpenAi.start();
        gone.close();
        assertEquals(List.of(), rig.models.probe(gone.baseUrl()));
        assertEquals(List.of(), rig.models.probe(rig.server.baseUrl()), "it wants a key");
        assertEquals(List.of(), rig.models.probe("not an address"));
    }

    @Test
    void a_probe_waits_for_its_own_limit_and_not_for_silence() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        TimeLimits limits = new TimeLimits(minute, minute, Duration.ofMillis(50), minute);
        try (ServerSocket mute = mute();
                Models models = Rig.models(Preset.CUSTOM, "", null, limits)) {
            String address = "http://127.0.0.1:" + mute.getLocalPort() + "/v1";
            List<String> found =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> models.probe(address));
            assertEquals(List.of(), found);
        }
    }

    private static ServerSocket mute() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
