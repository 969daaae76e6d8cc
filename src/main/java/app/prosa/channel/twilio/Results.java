package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Media;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the answers say. */
final class Results {
    private static final int NOT_THERE = 404;

    private final TwilioAccount account;

    Results(TwilioAccount account) {
        this.account = account;
    }

    Answer<TwilioProfile> profile(TwilioReply reply) {
        return read(reply, this::profile);
    }

    /** The token is there, too; it is not read. */
    private Optional<TwilioProfile> profile(Fields answer) {
        boolean ours = answer.text("sid").equals(account.sid());
        return ours
                ? Optional.of(
                        new TwilioProfile(
                                account.redact(answer.text("friendly_name")),
                                status(answer.text("status")),
                                answer.text("type").equals("Trial")))
                : Optional.empty();
    }

    private static TwilioProfile.Status status(String word) {
        return switch (word) {
            case "active" -> TwilioProfile.Status.ACTIVE;
            case "suspended" -> TwilioProfile.Status.SUSPENDED;
            case "closed" -> TwilioProfile.Status.CLOSED;
            default -> TwilioProfile.Status.OTHER;
        };
    }

    SendResult sent(TwilioReply reply) {
        return switch (reply) {
            case TwilioReply.Done(Fields answer) ->
                    Sids.isMessage(answer.text("sid"))
                            ? new SendResult.Sent(answer.text("sid"))
                            : new SendResult.Unknown("sent, without a SID");
            case TwilioReply.Failed(TwilioError error) when error.isUnknowing() ->
                    new SendResult.Unknown(error.said());
            case TwilioReply.Strange(int status, var _) when isUnknowing(status) ->
                    new SendResult.Unknown("HTTP " + status + " that is not Twilio's");
            case TwilioReply.Broken(boolean mayHaveArrived, String why) when mayHaveArrived ->
                    new SendResult.Unknown(why);
            case TwilioReply.Failed _, TwilioReply.Strange _, TwilioReply.Broken _ ->
                    new SendResult.Refused(TwilioReply.refusal(reply));
        };
    }

    /** After a success whose words we do not understand, or the silence of a gateway. */
    private static boolean isUnknowing(int status) {
        return status < 300 || (status >= 500 && status != 503);
    }

    Answer<TwilioMessage> message(TwilioReply reply) {
        return reply instanceof TwilioReply.Failed(TwilioError error) && error.status() == NOT_THERE
                ? new Answer.Refused<>(new Stop(Stop.Reason.REJECTED, error.said()))
                : read(reply, answer -> TwilioMessage.of(answer, account));
    }

    /** The files of a message. */
    Answer<List<Media>> media(TwilioReply reply, String message) {
        return read(
                reply,
                answer ->
                        answer.node().path("media_list").isArray()
                                ? Optional.of(
                                        answer.objects("media_list").stream()
                                                .map(file -> file(message, file))
                                                .toList())
                                : Optional.empty());
    }

    private static Media file(String message, Fields file) {
        String mediaType = file.text("content_type");
        return MediaReference.of(message + "/" + file.text("sid"))
                .<Media>map(reference -> MediaKinds.file(reference, mediaType))
                .orElseGet(() -> new Media.Other(mediaType));
    }

    private static <T> Answer<T> read(TwilioReply reply, Function<Fields, Optional<T>> read) {
        Optional<T> value =
                reply instanceof TwilioReply.Done(Fields answer)
                        ? read.apply(answer)
                        : Optional.empty();
        return value.<Answer<T>>map(Answer.Given::new)
                .orElseGet(() -> new Answer.Refused<>(TwilioReply.refusal(reply)));
    }
}
