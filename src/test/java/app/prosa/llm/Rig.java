package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fake server and the models that talk with it, under the provider {@value #PROVIDER}. */
final class Rig implements AutoCloseable {
    static final String PROVIDER = "p";

    private static final TimeLimits QUICK =
            new TimeLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(20));

    final FakeOpenAi server;
    final Models models;

    private Rig(FakeOpenAi server, Models models) {
        this.server = server;
        this.models = models;
    }

    static Rig start() {
        FakeOpenAi server = FakeOpenAi.start();
        return new Rig(server, models(Preset.CUSTOM, server.baseUrl(), FakeOpenAi.KEY));
    }

    static Rig start(Preset preset, String path, String key) {
        FakeOpenAi server = FakeOpenAi.start();
        return new Rig(server, models(preset, server.origin() + path, key));
    }

    static Models models(Preset preset, String baseUrl, @Nullable String key) {
        return models(preset, baseUrl, key, QUICK);
    }

    static Models models(Preset preset, String baseUrl, @Nullable String key, TimeLimits limits) {
        return new Models(
                () -> settings(preset, baseUrl),
                id -> id.equals(PROVIDER) ? Optional.ofNullable(key) : Optional.empty(),
                () -> Texts.in(Language.ENGLISH),
                limits);
    }

    static Settings settings(Preset preset, String baseUrl) {
        Settings.Provider provider =
                new Settings.Provider(PROVIDER, preset, "Fake", baseUrl, List.of());
        return Settings.DEFAULT.with(new Settings.Models(List.of(provider), null, null, null, 10));
    }

    static ChatRequest request(String model, String text) {
        Part part = new Part(Role.USER, text, List.of());
        return new ChatRequest(new ModelRef(PROVIDER, model), "", List.of(part), null, null);
    }

    ChatOutcome ask(String model, String text, Collected sink)
            throws ChatModelException, InterruptedException {
        return models.stream(request(model, text), sink);
    }

    Failure fail(String model, Collected sink) {
        return assertThrows(ChatModelException.class, () -> ask(model, "Hello", sink)).failure();
    }

    Failure fail(String model) {
        return fail(model, new Collected());
    }

    Received lastRequest() {
        return server.requests().getLast();
    }

    @Override
    public void close() {
        models.close();
        server.close();
    }
}
