package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Has one conversation with itself, so that the classes of a call are loaded: the first one costs
 * about a second otherwise. Nothing goes to the network.
 */
final class WarmUp implements HttpClient {
    private static final String EVENTS =
            """
            data: {"id":"0","model":"m","choices":[{"index":0,"delta":{"content":"Hi"}}]}

            data: {"id":"0","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"0","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}

            data: [DONE]

            """;

    static void run() {
        ModelRef model = new ModelRef("", "m");
        ChatRequest.Part hello = new ChatRequest.Part(ChatRequest.Role.USER, "Hi", List.of());
        ChatRequest request = new ChatRequest(model, "Be brief.", List.of(hello), 1.0, 1);
        OpenAiChatModel.read(
                new Endpoint(Preset.CUSTOM, "http://127.0.0.1/v1", null),
                new WarmUp(),
                ChatParams.of(request, Dialect.of(Preset.CUSTOM, model.model())),
                new Reply(Nobody.LISTENS, model.model()));
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        HttpRequestBody body = request.body();
        if (body != null) {
            body.writeTo(OutputStream.nullOutputStream());
        }
        return new Canned();
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(
            HttpRequest request, RequestOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private record Canned() implements HttpResponse {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return Headers.builder().build();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(EVENTS.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    /** Takes an answer that only its arrival matters of. */
    enum Nobody implements ReplySink {
        LISTENS;

        @Override
        public void answer(String delta) {}

        @Override
        public void reasoning(String delta) {}
    }
}
