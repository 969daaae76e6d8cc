package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A question and its answer without a server, so that the classes of a call are loaded: the first
 * one costs about a second otherwise. Nothing goes to the network.
 */
final class WarmUp {
    private static final String EVENTS =
            """
            data: {"id":"0","model":"m","choices":[{"index":0,"delta":{"content":"Hi"}}]}

            data: {"id":"0","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"0","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}

            data: [DONE]

            """;

    private WarmUp() {}

    static void run() {
        ModelRef model = new ModelRef("", "m");
        ChatRequest.Part hello = new ChatRequest.Part(ChatRequest.Role.USER, "Hi", List.of());
        ChatRequest request = new ChatRequest(model, "Be brief.", List.of(hello), 1.0, 1);
        var _ = ChatBody.of(request, Dialect.of(Preset.CUSTOM, model.model()));
        var _ =
                OpenAiChatModel.read(
                        new ByteArrayInputStream(EVENTS.getBytes(StandardCharsets.UTF_8)),
                        new Reply(Nobody.LISTENS, model.model()));
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
