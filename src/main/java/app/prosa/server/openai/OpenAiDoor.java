package app.prosa.server.openai;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.UsageLog;
import app.prosa.conversation.UsageLog.Usage;
import app.prosa.server.access.Access;
import app.prosa.server.chat.InFlight;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Caller;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.server.sse.Streams;
import app.prosa.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/chat/completions}: any client of the OpenAI API asks the operator's models.
 * Nothing of what is said is kept, only how much.
 */
public final class OpenAiDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiDoor.class);

    /** Long histories and documents come whole with each request. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ChatModel model;
    private final UsageLog usage;
    private final Supplier<ModelList> models;
    private final Access access;
    private final InFlight inFlight;
    private final Clock clock;
    private final Streams streams = new Streams();
    private final Set<Completion> open = ConcurrentHashMap.newKeySet();

    public OpenAiDoor(
            ChatModel model,
            UsageLog usage,
            Supplier<Settings> settings,
            Access access,
            InFlight inFlight,
            Clock clock) {
        this.model = model;
        this.usage = usage;
        this.models = () -> ModelList.of(settings.get().models());
        this.access = access;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    public List<Route> routes() {
        Route completions =
                Route.post("/v1/chat/completions", Audience.TALKERS, MOST_BYTES, this::complete);
        return Stream.concat(Stream.of(completions), new ModelRoutes(models).routes().stream())
                .toList();
    }

    private void complete(Exchange exchange) {
        String key = key(exchange.caller());
        CompletionRequest asked = CompletionRequest.read(exchange.jsonBody());
        Map.Entry<String, ModelRef> chosen =
                models.get()
                        .find(asked.model())
                        .orElseThrow(() -> new Refusal(ApiError.MODEL_NOT_FOUND, named(asked)));
        if (asked.user() != null) {
            access.countMessage(exchange, "v1", asked.user());
        }
        inFlight.enter(exchange);
        Completion completion =
                new Completion(exchange, asked.of(chosen.getValue()), chosen.getKey());
        open.add(completion);
        exchange.atEnd(() -> open.remove(completion));
        CompletionJson json = CompletionJson.of(clock.instant(), chosen.getKey());
        Reply reply =
                asked.stream()
                        ? new StreamedReply(
                                exchange,
                                json,
                                asked.withUsage(),
                                () -> streams.open(exchange, completion::cancel))
                        : new WholeReply(exchange, json);
        completion.run(model, reply, used -> count(key, chosen.getKey(), used));
    }

    private static String named(CompletionRequest asked) {
        return asked.model() == null ? ModelList.DEFAULT : asked.model();
    }

    /** Visitors of the web page talk there; what they cost is limited by what they can do there. */
    static String key(Caller caller) {
        return switch (caller) {
            case Caller.Local local -> Usage.LOCAL;
            case Caller.KeyHolder holder -> holder.name();
            case Caller.Visitor visitor -> throw new Refusal(ApiError.FORBIDDEN);
            case Caller.Stranger stranger -> throw new Refusal(ApiError.FORBIDDEN);
        };
    }

    private void count(String key, String name, ReplyMeta.@Nullable Usage used) {
        int prompt = used == null ? 0 : used.promptTokens();
        int completion = used == null ? 0 : used.completionTokens();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            usage.add(new Usage(day, key, name, 1, prompt, completion));
        } catch (StoreException e) {
            // The answer is there and paid for; only the count of it is lost.
            LOG.warn("Could not count a call: {}", e.reason());
        }
    }

    /** To be called every few seconds. */
    public void tick() {
        streams.tick();
    }

    /** The keys or rules have changed: ends what is not allowed any more. */
    public void recheck() {
        streams.keepOnly(access::stillKnows);
    }

    /** Ends the answers that are still being written. */
    @Override
    public void close() {
        open.forEach(Completion::cancel);
        streams.endAll();
    }
}
