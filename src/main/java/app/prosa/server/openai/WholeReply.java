package app.prosa.server.openai;

import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.Message;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;

/** Collects the answer and sends it as one. */
final class WholeReply implements Reply {
    private final Exchange exchange;
    private final CompletionJson json;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();

    WholeReply(Exchange exchange, CompletionJson json) {
        this.exchange = exchange;
        this.json = json;
    }

    @Override
    public void answer(String delta) {
        add(text, delta);
    }

    @Override
    public void reasoning(String delta) {
        add(reasoning, delta);
    }

    /** More than a conversation could hold is not an answer any more. */
    private static void add(StringBuilder to, String delta) {
        if (to.length() + delta.length() > Message.MAX_TEXT) {
            throw new Refusal(ApiError.MODEL_UNAVAILABLE);
        }
        to.append(delta);
    }

    @Override
    public boolean begun() {
        return text.length() + reasoning.length() > 0;
    }

    @Override
    public void done(ChatOutcome outcome) {
        exchange.json(
                200,
                Json.bytes(out ->
                        json.writeWhole(out, text.toString(), reasoning.toString(), outcome)));
    }

    @Override
    public void failed(Refusal refusal) {
        throw refusal;
    }
}
