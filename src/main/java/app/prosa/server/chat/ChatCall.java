package app.prosa.server.chat;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.InboundMessage;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.JsonFields;
import app.prosa.server.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that a program or page sends, found valid.
 *
 * @param messageId the sender's own name for it, or null
 */
record ChatCall(InboundMessage message, @Nullable String messageId) {
    private static final String USER = "user_id";
    private static final String CHANNEL = "channel";
    private static final String TEXT = "text";
    private static final String MESSAGE = "message_id";
    private static final List<String> FIELDS = List.of(USER, CHANNEL, TEXT, MESSAGE);
    private static final List<String> REQUIRED = List.of(USER, CHANNEL, TEXT);

    /**
     * @throws Refusal with the first thing that is wrong, in the order of the contract
     */
    static ChatCall read(byte[] body) {
        JsonFields fields = JsonFields.read(body, FIELDS);
        for (String name : REQUIRED) {
            String text = fields.text(name);
            if (!fields.isWrong(name) && (text == null || text.isEmpty())) {
                throw new Refusal(ApiError.MISSING_FIELDS);
            }
        }
        for (String name : FIELDS) {
            if (fields.isWrong(name)) {
                throw new Refusal(ApiError.INVALID_TYPE);
            }
        }
        return of(
                required(fields, USER),
                Channels.named(required(fields, CHANNEL)),
                required(fields, TEXT),
                fields.text(MESSAGE));
    }

    private static String required(JsonFields fields, String name) {
        String text = fields.text(name);
        return text == null ? "" : text;
    }

    private static ChatCall of(
            String userId, ChannelKind channel, String text, @Nullable String messageId) {
        String externalId = messageId == null ? null : externalId(userId, messageId);
        InboundMessage message = new InboundMessage(channel, userId, text, externalId, List.of());
        Channels.checkUser(userId);
        if (messageId != null
                && (messageId.isEmpty()
                        || messageId.length() > InboundMessage.MAX_ID
                        || !Channels.isPlain(messageId))) {
            throw new Refusal(ApiError.INVALID_MESSAGE_ID);
        }
        return new ChatCall(message, messageId);
    }

    /**
     * Two users' names for their messages have nothing to do with each other. No id has a line
     * break.
     */
    private static String externalId(String userId, String messageId) {
        return userId + "\n" + messageId;
    }
}
