package app.prosa.llm;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.services.blocking.audio.TranscriptionServiceImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has spoken words written down.
 *
 * @param endpoint where, as for chatting
 * @param firstPause before the second and last try, where a server was only busy
 * @see <a href="https://platform.openai.com/docs/api-reference/audio/createTranscription">OpenAI,
 *     Create transcription</a>
 */
record Transcriptions(Endpoint endpoint, JettyTransport transport, Duration firstPause) {
    private static final Logger LOG = LoggerFactory.getLogger(Transcriptions.class);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 1 << 20;

    /** Somebody waits for an answer to what they said. */
    private static final Duration WHOLE = Duration.ofSeconds(90);

    String of(String model, Attachment spoken) throws ChatModelException, InterruptedException {
        TranscriptionCreateParams params = params(model, spoken);
        try {
            return attempt(params);
        } catch (Busy e) {
            LOG.warn("A voice message is not written down yet: {}", e.getMessage());
            Thread.sleep(firstPause);
        }
        try {
            return attempt(params(model, spoken));
        } catch (Busy e) {
            throw e.diagnosis.exception();
        }
    }

    private static TranscriptionCreateParams params(String model, Attachment spoken) {
        return TranscriptionCreateParams.builder()
                .model(model)
                .responseFormat(AudioResponseFormat.JSON)
                .file(
                        MultipartField.<InputStream>builder()
                                .value(new ByteArrayInputStream(spoken.content()))
                                .filename(spoken.name())
                                .contentType(spoken.mediaType())
                                .build())
                .build();
    }

    private String attempt(TranscriptionCreateParams params)
            throws ChatModelException, InterruptedException, Busy {
        Call call = new Call(transport, WHOLE);
        try {
            try (HttpResponse answer =
                    new TranscriptionServiceImpl(OpenAiOptions.of(endpoint, call))
                            .withRawResponse()
                            .create(params)) {
                return text(answer);
            }
        } catch (OpenAIException | TransportException | RefusedException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Diagnosis why =
                    e instanceof RefusedException refusal
                            ? Diagnosis.of(refusal, endpoint)
                            : Diagnosis.of(e, call.isAnswered());
            if (why.passing()) {
                throw new Busy(why);
            }
            throw why.exception();
        } finally {
            call.abort();
        }
    }

    /** Whatever else a server tells of it, all of them have the words in one field. */
    private static String text(HttpResponse answer) throws ChatModelException {
        try {
            JsonNode text = JSON.readTree(answer.body().readNBytes(MOST_BYTES)).path("text");
            if (text.isTextual()) {
                return text.textValue();
            }
            throw Diagnosis.of(Failure.Kind.SERVER).exception();
        } catch (JsonProcessingException e) {
            throw new ChatModelException(Failure.of(Failure.Kind.SERVER), e);
        } catch (IOException e) {
            throw new TransportException(e);
        }
    }

    /** It may well work a moment later. */
    private static final class Busy extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Diagnosis diagnosis;

        Busy(Diagnosis diagnosis) {
            super(diagnosis.failure().kind().name());
            this.diagnosis = diagnosis;
        }
    }
}
