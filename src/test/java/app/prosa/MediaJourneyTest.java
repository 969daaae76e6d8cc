package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakePeople;
import app.prosa.channel.telegram.FakeSent;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.conversation.ConversationEngine;
import app.prosa.llm.FakeOpenAi;
import app.prosa.llm.Received;
import app.prosa.settings.Environment;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From somebody's telephone to the model's server and back, through the whole program. */
@SuppressWarnings("NullAway.Init")
class MediaJourneyTest {
    private static final long ANA = 501;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};

    @TempDir Path directory;
    private final FakeTelegram telegram = FakeTelegram.start();
    private final FakeOpenAi server = FakeOpenAi.start();
    private final Object heard = new Object();
    private App app;

    @AfterEach
    void close() {
        app.close();
        telegram.close();
        server.close();
    }

    private void start(String model, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PROSA_MASTER_KEY", "a master key");
        environment.put("PROSA_LANGUAGE", "en");
        environment.put("OPENAI_API_KEY", FakeOpenAi.KEY);
        environment.put("OPENAI_BASE_URL", server.baseUrl());
        environment.put("OPENAI_MODEL", model);
        environment.put("TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN);
        environment.put("PROSA_TELEGRAM_API_URL", telegram.baseUrl().toString());
        environment.put("PROSA_TELEGRAM_DOOR", "everyone");
        environment.put("PROSA_DEBOUNCE_MS", "50");
        app = new App(directory, Environment.of(environment));
        ConversationEngine engine = app.open().engine();
        engine.subscribe(_ -> wake());
        app.channels().begin();
    }

    private void wake() {
        synchronized (heard) {
            heard.notifyAll();
        }
    }

    private ObjectNode message(int number) {
        return FakePeople.bare(number, ANA, ANA, Instant.now().getEpochSecond());
    }

    private void photo(int number) {
        telegram.stores("p", "photos/1.jpg", JPEG);
        ObjectNode message = message(number).put("caption", "Look");
        message.putArray("photo").addObject().put("file_id", "p").put("width", 9).put("height", 9);
        telegram.deliver("message", message);
    }

    private void voice(String words) {
        telegram.stores("v", "voice/2.oga", ("OggS" + words).getBytes(StandardCharsets.UTF_8));
        ObjectNode message = message(9_100);
        message.putObject("voice").put("file_id", "v").put("duration", 2);
        telegram.deliver("message", message);
    }

    private void awaitSent(String... texts) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        synchronized (heard) {
            while (sent().size() < texts.length) {
                assertTrue(System.nanoTime() < end, () -> "waited in vain, was sent " + sent());
                heard.wait(20);
            }
        }
        assertEquals(List.of(texts), sent());
    }

    private List<String> sent() {
        return telegram.sent().stream().map(FakeSent::visible).toList();
    }

    @Test
    void a_picture_reaches_a_model_that_sees() throws Exception {
        start("echo", Map.of());
        photo(9_001);
        awaitSent("Look [Picture]");
        Received asked = server.requests().getLast();
        assertEquals(
                "data:image/jpeg;base64,/9j/AQ==",
                asked.body().at("/messages/0/content/1/image_url/url").asText());
    }

    @Test
    void a_model_that_refuses_pictures_is_told_of_the_first_and_the_sender_of_the_next()
            throws Exception {
        start("blind", Map.of());
        String told =
                "Look [Picture]\n\nAttached picture \"image.jpg\" (image/jpeg, 4 bytes); you cannot"
                        + " see it.";
        photo(9_001);
        awaitSent(told);
        photo(9_002);
        awaitSent(
                told,
                "I cannot open what you sent here (picture); could you put it in words?\n\nLook "
                        + "[Picture: it could not be opened here, and its sender is told so]\n\n"
                        + "Attached picture \"image.jpg\" (image/jpeg, 4 bytes); you cannot see it.");
    }

    @Test
    void what_was_spoken_is_written_down_and_answered() throws Exception {
        start("echo", Map.of("PROSA_TRANSCRIPTION_MODEL", "whisper"));
        voice("Two loaves, please.");
        awaitSent("[Voice message] Two loaves, please.");
        assertEquals(
                List.of("/v1/audio/transcriptions", "/v1/chat/completions"),
                server.requests().stream().map(Received::path).toList());
    }

    @Test
    void without_a_model_for_it_no_server_is_asked() throws Exception {
        start("echo", Map.of());
        voice("Two loaves, please.");
        awaitSent("I cannot open what you sent here (voice message); could you put it in words?");
        assertEquals(List.of(), server.requests());
    }
}
