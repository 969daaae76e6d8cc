package app.prosa.channel.whatsapp;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.GraphAccess;
import app.prosa.channel.meta.GraphClient;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.Values;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The Cloud API for one telephone number. Each call waits for its answer, for as long as {@link
 * GraphLimits} says, and throws nothing but {@link InterruptedException}; what goes wrong is in
 * what it returns, where no token is. May be used by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages">Meta,
 *     WhatsApp Cloud API, Sending messages</a>
 */
public final class WhatsAppApi implements AutoCloseable {
    private final GraphClient graph;
    private final GraphLimits limits;
    private final String phoneNumberId;

    /**
     * @param access at {@link GraphAccess#FACEBOOK}, with a token of the business
     * @param phoneNumberId not the number itself
     * @throws IllegalArgumentException when it is no such id
     */
    public WhatsAppApi(GraphAccess access, String phoneNumberId, GraphLimits limits) {
        if (!Ids.isObject(phoneNumberId)) {
            throw new IllegalArgumentException("This is no id of a phone number");
        }
        this.graph = new GraphClient(access, limits);
        this.limits = limits;
        this.phoneNumberId = phoneNumberId;
    }

    /** Whether the token is good for the number, and what the number is. */
    public Answer<WhatsAppAccount> check() throws InterruptedException {
        List<String> fields = List.of("display_phone_number", "verified_name", "quality_rating");
        return graph.get(phoneNumberId, fields, WhatsAppApi::account);
    }

    private static Optional<WhatsAppAccount> account(Fields answer) {
        String number = answer.text("display_phone_number");
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WhatsAppAccount(
                                number,
                                answer.text("verified_name"),
                                answer.text("quality_rating")));
    }

    /**
     * Sends a text.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(WhatsAppMessage message) throws InterruptedException {
        Optional<ObjectNode> addressed = addressed(message.to());
        if (addressed.isEmpty()) {
            return refused(Stop.Reason.BAD_ADDRESS);
        }
        if (message.text().length() > WhatsAppMessage.MAX_TEXT) {
            return refused(Stop.Reason.TOO_LARGE);
        }
        ObjectNode body = addressed.get().put("type", "text");
        body.putObject("text").put("body", message.text()).put("preview_url", message.preview());
        if (message.replyTo() != null) {
            body.putObject("context").put("message_id", message.replyTo());
        }
        if (message.reference() != null) {
            body.put("biz_opaque_callback_data", message.reference());
        }
        return graph.send(messages(), body, WhatsAppApi::sentId);
    }

    private static Optional<ObjectNode> addressed(String to) {
        ObjectNode body = ours().put("recipient_type", "individual");
        if (Ids.isTelephone(to)) {
            return Optional.of(body.put("to", to));
        }
        return Ids.isBusinessScoped(to) ? Optional.of(body.put("recipient", to)) : Optional.empty();
    }

    private static String sentId(Fields answer) {
        return answer.objects("messages").stream()
                .findFirst()
                .map(message -> message.text("id"))
                .orElse("");
    }

    private static SendResult refused(Stop.Reason reason) {
        return new SendResult.Refused(new Stop(reason, ""));
    }

    /**
     * Shows that a message was read, with all before it.
     *
     * @param messageId its external id
     * @param typing whether to show for 25 seconds, or until a message comes, that something is
     *     being written
     * @return why not; empty when it was done
     * @see <a
     *     href="https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators">Meta,
     *     Cloud API, Typing indicators</a>
     */
    public Optional<Refusal> markRead(String messageId, boolean typing)
            throws InterruptedException {
        ObjectNode body = ours().put("status", "read").put("message_id", messageId);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return graph.post(messages(), body);
    }

    private static ObjectNode ours() {
        return Json.object().put("messaging_product", "whatsapp");
    }

    private String messages() {
        return phoneNumberId + "/messages";
    }

    /** Where a file lies, by what {@code Media.File} calls its reference. */
    public Answer<WhatsAppFile> find(String reference) throws InterruptedException {
        return Ids.isObject(reference)
                ? graph.get(reference, List.of(), WhatsAppApi::file)
                : new Answer.Refused<>(new Stop(Stop.Reason.REJECTED, ""));
    }

    private static Optional<WhatsAppFile> file(Fields answer) {
        String url = answer.text("url");
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WhatsAppFile(
                                url, answer.text("mime_type"), Values.number(answer, "file_size")));
    }

    /**
     * Fetches a file of at most {@link GraphLimits#fileBytes}, from Meta's hosts only. Once its
     * five minutes are over it is to be found again.
     */
    public Answer<Body> download(WhatsAppFile file) throws InterruptedException {
        Long size = file.size();
        return size != null && size > limits.fileBytes()
                ? new Answer.Refused<>(new Stop(Stop.Reason.TOO_LARGE, ""))
                : graph.downloadAsOurselves(file.url());
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        graph.close();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "WhatsAppApi";
    }
}
