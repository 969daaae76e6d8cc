package app.prosa.server.chat;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Receipt;
import app.prosa.conversation.ReplyMeta;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a reply becomes: the answer's JSON, or the error that stands for a model without one. */
final class ChatAnswer {
    private ChatAnswer() {}

    /**
     * @throws Refusal when there is no answer
     */
    static byte[] of(ChatCall call, Message reply) {
        if (!isAnswer(reply)) {
            throw new Refusal(error(reply.failure()));
        }
        String asked = String.valueOf(reply.parentId());
        return Json.bytes(out -> {
            write(out, call, asked, reply.text(), reply.conversationId());
            out.writeStringField("timestamp", reply.createdAt().toString());
            out.writeStringField("reply_id", reply.id().toString());
            write(out, reply.meta());
            out.writeEndObject();
        });
    }

    /**
     * The model says nothing here: an answer without words, so that no client takes it for a
     * failure.
     */
    static byte[] ofSilence(ChatCall call, Receipt receipt) {
        Message message = receipt.message();
        return Json.bytes(out -> {
            write(out, call, message.id().toString(), "", message.conversationId());
            out.writeStringField("timestamp", message.createdAt().toString());
            out.writeNullField("reply_id");
            write(out, null);
            out.writeEndObject();
        });
    }

    /** What the operator stopped is as much of an answer as there will be. */
    private static boolean isAnswer(Message reply) {
        return reply.state() == MessageState.COMPLETE || reply.state() == MessageState.STOPPED;
    }

    private static void write(
            JsonGenerator out, ChatCall call, String asked, String answer, ConversationId id)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("user_id", call.message().userId());
        out.writeStringField("channel", call.message().channel().key());
        out.writeStringField("user_message", call.message().text());
        out.writeStringField("ai_response", answer);
        out.writeStringField("conversation_id", id.toString());
        out.writeStringField("message_id", call.messageId() == null ? asked : call.messageId());
        out.writeStringField("user_message_id", asked);
    }

    private static void write(JsonGenerator out, @Nullable ReplyMeta meta) throws IOException {
        if (meta == null) {
            out.writeNullField("model");
        } else {
            out.writeStringField("model", meta.model().model());
        }
        ReplyMeta.Usage usage = meta == null ? null : meta.usage();
        if (usage == null) {
            out.writeNullField("usage");
            return;
        }
        out.writeObjectFieldStart("usage");
        out.writeNumberField("prompt_tokens", usage.promptTokens());
        out.writeNumberField("completion_tokens", usage.completionTokens());
        out.writeNumberField("total_tokens", usage.promptTokens() + usage.completionTokens());
        out.writeEndObject();
    }

    private static ApiError error(@Nullable Failure failure) {
        return failure == null ? ApiError.MODEL_UNAVAILABLE : error(failure.kind());
    }

    private static ApiError error(Failure.Kind kind) {
        return switch (kind) {
            case NO_KEY, KEY_REFUSED -> ApiError.MODEL_AUTH;
            case TIMEOUT -> ApiError.MODEL_TIMEOUT;
            case QUOTA_SPENT -> ApiError.BUDGET_SPENT;
            case NO_MODEL,
                    NO_SUCH_MODEL,
                    RATE_LIMITED,
                    CONTEXT_TOO_LONG,
                    CONTENT_REFUSED,
                    BAD_REQUEST,
                    NETWORK,
                    CONNECTION_LOST,
                    SERVER,
                    PROGRAM_ENDED,
                    INTERNAL ->
                    ApiError.MODEL_UNAVAILABLE;
        };
    }
}
