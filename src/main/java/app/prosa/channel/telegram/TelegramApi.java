package app.prosa.channel.telegram;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import app.prosa.channel.json.Json;
import app.prosa.channel.telegram.TelegramMessage.Format;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The Bot API of one bot. Each call waits for its answer, for as long as {@link TimeLimits} says,
 * and throws nothing but {@link InterruptedException}; what goes wrong is in what it returns, where
 * no token is. May be used by many threads.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
public final class TelegramApi implements AutoCloseable {
    /** Telegram's own server. */
    public static final URI SERVER = URI.create("https://api.telegram.org");

    /** A hundred updates, each with a message and the one that it answers, are far smaller. */
    private static final int MOST_JSON = 16 << 20;

    private final TelegramWire wire;
    private final TimeLimits limits;

    /**
     * @param base where the methods are, without {@code /bot…}
     * @throws IllegalArgumentException when that is no address of a web server
     */
    public TelegramApi(URI base, TelegramToken token, TimeLimits limits) {
        this.wire = new TelegramWire(base, token, new PlatformHttp(limits.connect()));
        this.limits = limits;
    }

    public Answer<TelegramBot> getMe() throws InterruptedException {
        return Results.bot(call("getMe", Json.object()));
    }

    /**
     * Asks for updates of {@link TelegramUpdates#KINDS}, at most a hundred.
     *
     * @param offset the first that is wanted: all before it are forgotten by Telegram. 0 for the
     *     first that there is
     * @param wait for how long Telegram waits for an update when there is none, in whole seconds;
     *     it takes 50 for more
     */
    public Poll getUpdates(long offset, Duration wait) throws InterruptedException {
        ObjectNode parameters = Json.object();
        parameters.put("offset", offset).put("limit", 100).put("timeout", wait.toSeconds());
        // Telegram remembers the kinds of the last call, whoever made it.
        TelegramUpdates.KINDS.forEach(parameters.putArray("allowed_updates")::add);
        Limit limit = new Limit(limits.answer().plus(wait), MOST_JSON);
        return Results.poll(wire.call("getUpdates", parameters, limit));
    }

    /**
     * Has updates of {@link TelegramUpdates#KINDS} posted to an address; {@link #getUpdates} is
     * refused from then on. What waits is kept.
     *
     * @param url https, at port 443, 80, 88 or 8443
     * @param secret what Telegram sends back with each update, as {@code TelegramSecret} checks it
     * @param connections how many updates Telegram may post at the same time, 1 to 100
     * @return why not; empty when it was done
     */
    public Optional<Refusal> setWebhook(URI url, String secret, int connections)
            throws InterruptedException {
        ObjectNode parameters = Json.object();
        parameters.put("url", url.toString()).put("secret_token", secret);
        parameters.put("max_connections", connections);
        TelegramUpdates.KINDS.forEach(parameters.putArray("allowed_updates")::add);
        return done(call("setWebhook", parameters));
    }

    /**
     * What waits is kept.
     *
     * @return why not; empty when there is no webhook any more
     */
    public Optional<Refusal> deleteWebhook() throws InterruptedException {
        return done(call("deleteWebhook", Json.object()));
    }

    public Answer<WebhookInfo> getWebhookInfo() throws InterruptedException {
        return Results.webhook(call("getWebhookInfo", Json.object()));
    }

    /**
     * Sends a text. A repeat as plain text, after {@link Refusal.Markup}, is the caller's.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult sendMessage(TelegramMessage message) throws InterruptedException {
        Long chat = Ids.chat(message.chatId());
        if (chat == null) {
            return new SendResult.Refused(new Stop(Stop.Reason.BAD_ADDRESS, ""));
        }
        ObjectNode parameters = text(chat, message.text(), message.format());
        // A preview would be of the first address that the model wrote.
        parameters.putObject("link_preview_options").put("is_disabled", true);
        Long answered = Ids.message(message.replyTo(), chat);
        if (answered != null) {
            parameters
                    .putObject("reply_parameters")
                    .put("message_id", answered)
                    .put("allow_sending_without_reply", true);
        }
        return Results.sent(call("sendMessage", parameters), chat);
    }

    /**
     * Shows for five seconds, or until a message comes, that something is being written.
     *
     * @return why not; empty when it was done
     */
    public Optional<Refusal> sendTyping(String chatId) throws InterruptedException {
        Long chat = Ids.chat(chatId);
        return chat == null
                ? Optional.of(new Stop(Stop.Reason.BAD_ADDRESS, ""))
                : done(
                        call(
                                "sendChatAction",
                                Json.object().put("chat_id", chat).put("action", "typing")));
    }

    /**
     * Shows what is written so far, for 30 seconds and in a chat of two only. {@link #sendMessage}
     * must follow: a draft is not kept.
     *
     * @param draftId not 0, the same for all drafts of one answer
     * @param text 0 to 4096 UTF-16 units, once the HTML is parsed
     * @return why not; empty when it was done
     */
    public Optional<Refusal> sendMessageDraft(
            String chatId, long draftId, String text, Format format) throws InterruptedException {
        Long chat = Ids.chat(chatId);
        return chat == null
                ? Optional.of(new Stop(Stop.Reason.BAD_ADDRESS, ""))
                : done(call("sendMessageDraft", text(chat, text, format).put("draft_id", draftId)));
    }

    /**
     * Ends the waiting that a pressed button shows.
     *
     * @param pressId the external id of the press
     * @return why not; empty when it was done
     */
    public Optional<Refusal> answerCallbackQuery(String pressId) throws InterruptedException {
        return done(call("answerCallbackQuery", Json.object().put("callback_query_id", pressId)));
    }

    /** Where a file lies, by what {@code Media.File} calls its reference. */
    public Answer<TelegramFile> getFile(String reference) throws InterruptedException {
        return Results.file(call("getFile", Json.object().put("file_id", reference)));
    }

    /**
     * Fetches a file of at most {@link TelegramFile#MAX_BYTES}, from the Bot API's own address
     * only.
     */
    public Answer<Body> download(TelegramFile file) throws InterruptedException {
        Long size = file.size();
        if (size != null && size > TelegramFile.MAX_BYTES) {
            return refused(new Stop(Stop.Reason.TOO_LARGE, ""));
        }
        Limit limit = new Limit(limits.download(), TelegramFile.MAX_BYTES);
        return wire.file(file.path(), limit)
                .map(this::downloaded)
                .orElseGet(() -> refused(new FixMe(FixMe.Fault.ADDRESS, "no path of a file")));
    }

    private Answer<Body> downloaded(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(int status, var _, Body body) when status == 200 ->
                    new Answer.Given<>(body);
            // The place is forgotten after an hour: to be asked for again.
            case Exchange.Answered(int status, var _, var _) when status == 404 ->
                    refused(new Retry(Retry.Cause.SERVER, null, "The file is not there"));
            case Exchange.Oversized(int _) -> refused(new Stop(Stop.Reason.TOO_LARGE, ""));
            case Exchange.Answered _, Exchange.Broken _ ->
                    refused(TelegramReply.refusal(wire.reply(exchange)));
        };
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return new Answer.Refused<>(refusal);
    }

    private static ObjectNode text(long chat, String text, Format format) {
        ObjectNode parameters = Json.object().put("chat_id", chat).put("text", text);
        return switch (format) {
            case HTML -> parameters.put("parse_mode", "HTML");
            case PLAIN -> parameters;
        };
    }

    private TelegramReply call(String method, ObjectNode parameters) throws InterruptedException {
        return wire.call(method, parameters, new Limit(limits.answer(), MOST_JSON));
    }

    private static Optional<Refusal> done(TelegramReply reply) {
        return switch (reply) {
            case TelegramReply.Done _ -> Optional.empty();
            case TelegramReply.Failed _, TelegramReply.Strange _, TelegramReply.Broken _ ->
                    Optional.of(TelegramReply.refusal(reply));
        };
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        wire.close();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramApi";
    }
}
