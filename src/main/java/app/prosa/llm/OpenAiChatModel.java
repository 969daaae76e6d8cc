package app.prosa.llm;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.Failure.Kind;
import com.openai.errors.OpenAIException;
import com.openai.services.blocking.ModelServiceImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The models of one OpenAI-compatible server. */
final class OpenAiChatModel implements ChatModel {
    private static final int MOST_RETRIES = 2;

    /** Longer than this, a reader would rather know than wait. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final Endpoint endpoint;
    private final JettyTransport transport;
    private final Duration firstPause;
    private final Map<String, Dialect> dialects = new ConcurrentHashMap<>();

    /**
     * @param firstPause before a retry, at most
     */
    OpenAiChatModel(Endpoint endpoint, JettyTransport transport, Duration firstPause) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.firstPause = firstPause;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Whether the model has refused pictures. */
    boolean isBlind(String model) {
        Dialect known = dialects.get(model);
        return known != null && known.pictures() == Dialect.Pictures.TOLD;
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink)
            throws ChatModelException, InterruptedException {
        String model = request.model().model();
        Dialect first = dialects.getOrDefault(model, Dialect.of(endpoint.preset(), model));
        Dialect dialect = first;
        boolean pictures = request.hasPictures();
        int retries = 0;
        while (true) {
            Reply reply = new Reply(sink, model);
            switch (attempt(ChatBody.of(request, dialect), reply)) {
                case Whole(ChatOutcome outcome) -> {
                    dialects.put(model, dialect.remembered());
                    return outcome;
                }
                case Failed failed -> {
                    if (reply.begun()) {
                        reply.breakOff();
                        throw failed.diagnosis.exception();
                    }
                    Optional<Dialect> other = failed.otherDialect(dialect, first, pictures);
                    if (other.isEmpty()) {
                        Thread.sleep(failed.pauseBefore(++retries, firstPause));
                    }
                    dialect = other.orElse(dialect);
                }
            }
        }
    }

    /** What came of one request. */
    private sealed interface Attempt {}

    private record Whole(ChatOutcome outcome) implements Attempt {}

    /**
     * @param said the body of a refusal
     */
    private record Failed(Diagnosis diagnosis, String said) implements Attempt {
        Optional<Dialect> otherDialect(Dialect used, Dialect first, boolean pictures) {
            Kind kind = diagnosis.failure().kind();
            Optional<Dialect> blind = pictures ? used.withoutPictures(said) : Optional.empty();
            return switch (kind) {
                case BAD_REQUEST -> blind.or(() -> used.afterRefusal(said, first));
                case NO_SUCH_MODEL, SERVER -> blind;
                default -> Optional.empty();
            };
        }

        /**
         * @param retry from 1
         * @throws ChatModelException when there is no sense in another try
         */
        Duration pauseBefore(int retry, Duration first) throws ChatModelException {
            Duration asked = diagnosis.failure().retryAfter();
            boolean tooLong = asked != null && asked.compareTo(LONGEST_PAUSE) > 0;
            if (retry > MOST_RETRIES || tooLong || !diagnosis.passing()) {
                throw diagnosis.exception();
            }
            if (asked != null) {
                return asked;
            }
            long usual = first.toMillis() << (retry - 1);
            return Duration.ofMillis(ThreadLocalRandom.current().nextLong(usual / 2, usual + 1));
        }
    }

    private Attempt attempt(byte[] body, Reply reply)
            throws ChatModelException, InterruptedException {
        Call call = new Call(transport, Duration.ZERO);
        try {
            JettyResponse answer = call.ask(endpoint, body);
            if (read(answer.body(), reply)) {
                answer.close();
            }
            return new Whole(reply.end(call.isDone()));
        } catch (OpenAIException | TransportException | RefusedException e) {
            Failed failed = diagnose(e, call);
            return reply.finished() ? new Whole(reply.end(true)) : failed;
        } finally {
            call.abort();
        }
    }

    /**
     * Reads an answer into the reply.
     *
     * @return whether its last event was there: then it is to be closed. In every other case the
     *     call is aborted, which must not wait for what is still to come.
     */
    static boolean read(InputStream answer, Reply reply) {
        EventLines events = new EventLines(answer);
        try {
            while (events.next()) {
                if (events.data().startsWith(DONE)) {
                    return true;
                }
                reply.add(chunk(events));
            }
            return false;
        } catch (IOException e) {
            throw new TransportException(e);
        }
    }

    /**
     * @throws RefusedException when it is an error, which came after the stream had begun well
     */
    private static Chunk chunk(EventLines events) throws IOException {
        EventLines.Bytes data = events.data();
        Chunk chunk = Chunk.read(data.array(), data.size());
        if (chunk.isError || events.isError()) {
            throw new RefusedException(200, data.toString(StandardCharsets.UTF_8), null);
        }
        return chunk;
    }

    /**
     * The names that the server lists, as it orders them.
     *
     * @param whole the limit on the whole exchange, or zero for none
     */
    List<String> models(Duration whole) throws ChatModelException, InterruptedException {
        Call call = new Call(transport, whole);
        try {
            return new ModelServiceImpl(OpenAiOptions.of(endpoint, call))
                    .list().response()._data().asKnown().stream()
                            .flatMap(List::stream)
                            .flatMap(model -> model._id().asKnown().stream())
                            .toList();
        } catch (OpenAIException | TransportException | RefusedException e) {
            throw diagnose(e, call).diagnosis.exception();
        } finally {
            call.abort();
        }
    }

    private Failed diagnose(RuntimeException error, Call call) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return switch (error) {
            case RefusedException refusal ->
                    new Failed(Diagnosis.of(refusal, endpoint), refusal.body());
            default -> new Failed(Diagnosis.of(error, call.isAnswered()), "");
        };
    }
}
