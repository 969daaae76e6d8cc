package app.prosa.channel.telegram;

import app.prosa.channel.Answer;
import app.prosa.channel.SendResult;
import app.prosa.channel.json.Fields;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the answers of the methods say. */
final class Results {
    private Results() {}

    static Answer<TelegramBot> bot(TelegramReply reply) {
        return object(reply, Results::bot);
    }

    private static Optional<TelegramBot> bot(Fields result) {
        Long id = result.number("id");
        return id == null || !result.flag("is_bot")
                ? Optional.empty()
                : Optional.of(
                        new TelegramBot(
                                id,
                                result.text("username"),
                                result.text("first_name"),
                                result.flag("can_read_all_group_messages")));
    }

    static Answer<WebhookInfo> webhook(TelegramReply reply) {
        return object(reply, Results::webhook);
    }

    private static Optional<WebhookInfo> webhook(Fields result) {
        Long pending = result.number("pending_update_count");
        return pending == null
                ? Optional.empty()
                : Optional.of(
                        new WebhookInfo(
                                result.text("url"),
                                pending,
                                result.time("last_error_date"),
                                result.text("last_error_message")));
    }

    static Answer<TelegramFile> file(TelegramReply reply) {
        return object(reply, Results::file);
    }

    private static Optional<TelegramFile> file(Fields result) {
        String path = result.text("file_path");
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new TelegramFile(path, result.number("file_size")));
    }

    static Poll poll(TelegramReply reply) {
        return switch (reply) {
            case TelegramReply.Done(Fields answer) when answer.node().path("result").isArray() ->
                    new Poll.Updates(
                            answer.objects("result").stream()
                                    .map(TelegramUpdate::of)
                                    .flatMap(Optional::stream)
                                    .toList());
            case TelegramReply.Failed(TelegramError error) when error.code() == 409 ->
                    new Poll.Taken(by(error.description()), error.description());
            case TelegramReply.Done _,
                    TelegramReply.Failed _,
                    TelegramReply.Strange _,
                    TelegramReply.Broken _ ->
                    new Poll.Refused(TelegramReply.refusal(reply));
        };
    }

    private static Poll.Taken.By by(String description) {
        return description.toLowerCase(Locale.ROOT).contains("webhook")
                ? Poll.Taken.By.WEBHOOK
                : Poll.Taken.By.POLLER;
    }

    static SendResult sent(TelegramReply reply, long chat) {
        return switch (reply) {
            case TelegramReply.Done(Fields answer) ->
                    answer.object("result")
                            .map(result -> result.number("message_id"))
                            .<SendResult>map(id -> new SendResult.Sent(Ids.of(chat, id)))
                            .orElseGet(() -> new SendResult.Unknown("sent, without an id"));
            case TelegramReply.Failed(TelegramError error) when error.isUnknowing() ->
                    new SendResult.Unknown(error.description());
            case TelegramReply.Strange(int status) when isUnknowing(status) ->
                    new SendResult.Unknown("HTTP " + status + " that is not the Bot API's");
            case TelegramReply.Broken(boolean mayHaveArrived, String why) when mayHaveArrived ->
                    new SendResult.Unknown(why);
            case TelegramReply.Failed _, TelegramReply.Strange _, TelegramReply.Broken _ ->
                    new SendResult.Refused(TelegramReply.refusal(reply));
        };
    }

    /** After a success or a gateway's silence whose words we do not understand. */
    private static boolean isUnknowing(int status) {
        return status < 300 || status == 502 || status == 504;
    }

    private static <T> Answer<T> object(TelegramReply reply, Function<Fields, Optional<T>> read) {
        Optional<T> value =
                reply instanceof TelegramReply.Done(Fields answer)
                        ? answer.object("result").flatMap(read)
                        : Optional.empty();
        return value.<Answer<T>>map(Answer.Given::new)
                .orElseGet(() -> new Answer.Refused<>(TelegramReply.refusal(reply)));
    }
}
