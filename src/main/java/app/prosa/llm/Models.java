package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import app.prosa.conversation.ModelDirectory;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import app.prosa.settings.SecretsException;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Transcription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All models of all providers in the settings. What the settings say counts from the next call on.
 */
public final class Models implements ChatModel, ModelDirectory, AutoCloseable {
    /** What {@link #check} allows the answer: as little as every model can do something with. */
    private static final int CHECK_TOKENS = 16;

    private final Supplier<Settings> settings;
    private final Function<String, Optional<String>> keys;
    private final TimeLimits limits;
    private final DemoChatModel demo;
    private final JettyTransport transport;
    private final Map<String, OpenAiChatModel> servers = new ConcurrentHashMap<>();

    /**
     * @param keys from a provider's id to its key; may throw {@link SecretsException}
     * @param texts in the language of the window
     */
    public Models(
            Supplier<Settings> settings,
            Function<String, Optional<String>> keys,
            Supplier<Texts> texts,
            TimeLimits limits) {
        this.settings = settings;
        this.keys = keys;
        this.limits = limits;
        this.demo = new DemoChatModel(texts);
        this.transport = new JettyTransport(limits);
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException {
        return model(request.model()).stream(request, sink);
    }

    @Override
    public List<String> models(String provider) throws ChatModelException, InterruptedException {
        Settings.Provider known = provider(provider);
        return known.preset() == Preset.DEMO
                ? List.of(DemoChatModel.NAME)
                : ModelNames.forChat(server(known).models(Duration.ZERO), known.preset());
    }

    @Override
    public Duration check(ModelRef ref) throws ChatModelException, InterruptedException {
        ChatRequest.Part ping = new ChatRequest.Part(ChatRequest.Role.USER, "ping", List.of());
        ChatRequest request = new ChatRequest(ref, "", List.of(ping), null, CHECK_TOKENS);
        long start = System.nanoTime();
        try {
            stream(request, WarmUp.Nobody.LISTENS);
        } catch (ChatModelException e) {
            if (!isAnsweredByThinkingOnly(e.failure())) {
                throw e;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * A reasoning model of OpenAI that spends the few tokens on thinking answers 400 "… max_tokens
     * or model output limit was reached": key, model and address are right.
     */
    private static boolean isAnsweredByThinkingOnly(Failure failure) {
        return failure.kind() == Kind.BAD_REQUEST
                && failure.detail().contains("output limit was reached");
    }

    @Override
    public List<String> probe(String baseUrl) throws InterruptedException {
        try {
            Endpoint endpoint = Endpoint.of(Preset.CUSTOM, baseUrl, null);
            List<String> names =
                    new OpenAiChatModel(endpoint, transport, limits.pause()).models(limits.probe());
            return ModelNames.forChat(names, Preset.CUSTOM);
        } catch (ChatModelException e) {
            return List.of(); // nobody there: the expected answer on most computers
        }
    }

    /**
     * Makes the first call nearly as fast as the others. Blocks for about a second of computing, so
     * it belongs on a background thread; nothing goes to the network.
     */
    public void warm() {
        transport.start();
        WarmUp.run();
    }

    /** Breaks off the calls under way. */
    @Override
    public void close() {
        transport.close();
    }

    /** Whether the model is known to take no pictures: it has refused some since the start. */
    public boolean isBlind(ModelRef ref) {
        boolean demo =
                settings.get()
                        .models()
                        .provider(ref.provider())
                        .filter(provider -> provider.preset() == Preset.DEMO)
                        .isPresent();
        OpenAiChatModel known = servers.get(ref.provider());
        return demo || (known != null && known.isBlind(ref.model()));
    }

    /** See {@link app.prosa.conversation.Senses#hears}. */
    public boolean hears() {
        return settings.get().channels().transcription().chosen();
    }

    /** See {@link app.prosa.conversation.Senses#writtenDown}. */
    public String writtenDown(Attachment spoken) throws ChatModelException, InterruptedException {
        Transcription chosen = settings.get().channels().transcription();
        if (!chosen.chosen()) {
            throw failed(Kind.NO_MODEL, "", null);
        }
        return new Transcriptions(endpoint(chosen), transport, limits.pause())
                .of(chosen.model(), spoken);
    }

    private Endpoint endpoint(Transcription chosen) throws ChatModelException {
        Settings.Models models = settings.get().models();
        Settings.ModelChoice usual = models.chosen();
        Optional<Settings.Provider> provider =
                models.providers().stream()
                        .filter(p -> p.preset() != Preset.DEMO)
                        .filter(p ->
                                chosen.baseUrl().isEmpty()
                                        ? usual != null && p.id().equals(usual.providerId())
                                        : p.baseUrl().equals(chosen.baseUrl()))
                        .findFirst();
        if (provider.isEmpty() && chosen.baseUrl().isEmpty()) {
            throw failed(Kind.NO_MODEL, "", null);
        }
        Optional<String> own = storedKey(Transcription.KEY);
        String key = own.isEmpty() && provider.isPresent() ? key(provider.get()) : own.orElse(null);
        return Endpoint.of(
                provider.map(Settings.Provider::preset).orElse(Preset.CUSTOM),
                provider.map(Settings.Provider::baseUrl).orElse(chosen.baseUrl()),
                key);
    }

    private ChatModel model(ModelRef ref) throws ChatModelException {
        Settings.Provider provider = provider(ref.provider());
        if (ref.model().isBlank()) {
            throw failed(Kind.NO_MODEL, "", null);
        }
        return provider.preset() == Preset.DEMO ? demo : server(provider);
    }

    private Settings.Provider provider(String id) throws ChatModelException {
        return settings.get()
                .models()
                .provider(id)
                .orElseThrow(() -> failed(Kind.NO_MODEL, "", null));
    }

    /** The same one as long as address and key are the same: it learns what its models take. */
    private OpenAiChatModel server(Settings.Provider provider) throws ChatModelException {
        Endpoint endpoint = Endpoint.of(provider.preset(), provider.baseUrl(), key(provider));
        OpenAiChatModel known = servers.get(provider.id());
        if (known != null && known.endpoint().equals(endpoint)) {
            return known;
        }
        OpenAiChatModel fresh = new OpenAiChatModel(endpoint, transport, limits.pause());
        servers.put(provider.id(), fresh);
        return fresh;
    }

    private @Nullable String key(Settings.Provider provider) throws ChatModelException {
        Preset.Key wanted = provider.preset().key();
        Optional<String> key =
                wanted == Preset.Key.NONE ? Optional.empty() : storedKey(provider.id());
        if (key.isEmpty() && wanted == Preset.Key.NEEDED) {
            throw failed(Kind.NO_KEY, "", null);
        }
        return key.orElse(null);
    }

    private Optional<String> storedKey(String provider) throws ChatModelException {
        try {
            return keys.apply(provider).filter(key -> !key.isBlank());
        } catch (SecretsException e) {
            throw failed(Kind.NO_KEY, String.valueOf(e.getMessage()), e);
        }
    }

    private static ChatModelException failed(Kind kind, String detail, @Nullable Throwable cause) {
        return new ChatModelException(Failure.of(kind, detail), cause);
    }
}
