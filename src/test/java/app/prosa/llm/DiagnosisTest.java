package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import app.prosa.settings.Preset;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final Endpoint ENDPOINT =
            new Endpoint(Preset.CUSTOM, "http://127.0.0.1/v1", "0123456789abcdef");

    /** What servers really say, one line each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // OpenAI
                "400|{\"error\":{\"message\":\"This model's maximum context length is 128000 tokens.\",\"code\":\"context_length_exceeded\"}}|CONTEXT_TOO_LONG",
                "400|{\"error\":{\"message\":\"Invalid prompt: your prompt was flagged as potentially violating our usage policy.\",\"code\":\"invalid_prompt\"}}|CONTENT_REFUSED",
                "404|{\"error\":{\"message\":\"The model `gpt-9` does not exist\",\"code\":\"model_not_found\"}}|NO_SUCH_MODEL",
                "429|{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\"}}|QUOTA_SPENT",
                "403|{\"error\":{\"message\":\"Country, region, or territory not supported\"}}|KEY_REFUSED",
                // Azure
                "404|{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"The API deployment for this resource does not exist.\"}}|NO_SUCH_MODEL",
                "400|{\"error\":{\"code\":\"content_filter\",\"message\":\"triggering Azure OpenAI's content management policy\",\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}}|CONTENT_REFUSED",
                // OpenRouter
                "400|{\"error\":{\"message\":\"foo is not a valid model ID\",\"code\":400}}|NO_SUCH_MODEL",
                "404|{\"error\":{\"message\":\"No endpoints found for foo/bar.\",\"code\":404}}|NO_SUCH_MODEL",
                "402|{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}|QUOTA_SPENT",
                "403|{\"error\":{\"message\":\"Input was flagged\",\"code\":403}}|CONTENT_REFUSED",
                "200|{\"error\":{\"message\":\"Provider returned error\",\"code\":429}}|RATE_LIMITED",
                // Groq
                "413|{\"error\":{\"message\":\"Request too large for model\",\"code\":\"rate_limit_exceeded\"}}|CONTEXT_TOO_LONG",
                // DeepSeek, Mistral, Gemini
                "400|{\"error\":{\"message\":\"Model Not Exist\"}}|NO_SUCH_MODEL",
                "400|{\"object\":\"error\",\"message\":\"Invalid model: foo\",\"type\":\"invalid_model\"}|NO_SUCH_MODEL",
                "422|{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"Extra inputs are not permitted\"}]}|BAD_REQUEST",
                "400|[{\"error\":{\"code\":400,\"message\":\"API key not valid. Please pass a valid API key.\"}}]|KEY_REFUSED",
                // Ollama, LM Studio, llama.cpp, vLLM
                "404|{\"error\":{\"message\":\"model 'x' not found, try pulling it first\"}}|NO_SUCH_MODEL",
                "400|{\"error\":\"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens\"}|CONTEXT_TOO_LONG",
                "500|{\"error\":{\"message\":\"the request exceeds the available context size\",\"type\":\"exceed_context_size_error\"}}|CONTEXT_TOO_LONG",
                "404|{\"object\":\"error\",\"message\":\"The model `x` does not exist.\",\"type\":\"NotFoundError\"}|NO_SUCH_MODEL",
                // Others
                "404|404 page not found|NETWORK",
                "404|<html><title>Not Found</title></html>|NETWORK",
                "405|{}|NETWORK",
                "503|upstream connect error|SERVER",
                "529|{\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}|SERVER",
                "200|{\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}|RATE_LIMITED",
                "200||SERVER"
            })
    void the_words_of_servers_are_understood(int status, @Nullable String body, Kind kind) {
        assertEquals(kind, sort(status, body == null ? "" : body).failure().kind());
    }

    private static Diagnosis sort(int status, String body) {
        return Diagnosis.of(new RefusedException(status, body, null), ENDPOINT);
    }

    @ParameterizedTest
    @CsvSource({"408, true", "500, true", "429, true", "400, false", "401, false", "200, false"})
    void only_what_may_pass_is_worth_another_try(int status, boolean passing) {
        assertEquals(passing, sort(status, "").passing());
    }

    @Test
    void the_key_and_what_looks_like_one_are_taken_out_of_the_detail() {
        String said =
                "{\"error\":{\"message\":\"Wrong: 0123456789abcdef, sk-abcd****wxyz, task-1\"}}";

        assertEquals("Wrong: [key], [key], task-1", sort(401, said).failure().detail());
    }

    @Test
    void a_server_that_says_nothing_is_quoted_by_its_status() {
        assertEquals("HTTP 503", sort(503, "").failure().detail());
    }

    @Test
    void a_detail_is_never_longer_than_a_failure_holds() {
        String long1 = "{\"error\":\"" + "x".repeat(5000) + "\"}";

        assertEquals(Failure.MAX_DETAIL, sort(500, long1).failure().detail().length());
    }

    @Test
    void a_network_failure_is_sorted_by_where_it_happened() {
        assertNetwork(new ConnectException("refused"), Kind.NETWORK, true);
        assertNetwork(new EOFException(), Kind.NETWORK, true);
        assertNetwork(new UnknownHostException("x"), Kind.NETWORK, false);
        assertNetwork(new SSLHandshakeException("no trust"), Kind.NETWORK, false);
        assertNetwork(new SocketTimeoutException("Connect Timeout"), Kind.NETWORK, false);
        assertNetwork(new TimeoutException("idle"), Kind.TIMEOUT, false);
        assertNetwork(new IOException(new TimeoutException("idle")), Kind.TIMEOUT, false);
        // The server said nothing at all; that must not be put into its mouth.
        assertEquals("", Diagnosis.of(new TimeoutException("idle"), true).failure().detail());
        Diagnosis lost = Diagnosis.of(new TransportException(new IOException("reset")), true);
        assertEquals(Kind.CONNECTION_LOST, lost.failure().kind());
        assertFalse(lost.passing());
    }

    private static void assertNetwork(Throwable cause, Kind kind, boolean passing) {
        Diagnosis diagnosis = Diagnosis.of(new TransportException(cause), false);
        assertEquals(kind, diagnosis.failure().kind(), cause.toString());
        assertEquals(passing, diagnosis.passing(), cause.toString());
    }

    @Test
    void a_delay_may_come_in_milliseconds_seconds_or_as_a_date() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        assertEquals(Duration.ofMillis(1500), RefusedException.retryAfter("1500", "9", now));
        assertEquals(Duration.ofSeconds(9), RefusedException.retryAfter("", "9", now));
        assertEquals(Duration.ofMillis(500), RefusedException.retryAfter("", "0.5", now));
        assertEquals(
                Duration.ofSeconds(30),
                RefusedException.retryAfter("", "Sun, 22 Nov 2026 10:00:30 GMT", now));
        assertEquals(
                Duration.ZERO,
                RefusedException.retryAfter("", "Sun, 22 Nov 2026 09:00:00 GMT", now));
        for (String nonsense : new String[] {"", "soon", "-1", "NaN", "1e300"}) {
            assertNull(RefusedException.retryAfter("", nonsense, now), nonsense);
        }
    }

    @Test
    void an_exception_says_its_kind() {
        String message = String.valueOf(sort(503, "").exception().getMessage());
        assertTrue(message.contains("SERVER"), message);
    }
}
