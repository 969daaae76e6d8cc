package app.prosa.channel.telegram;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Markup;
import app.prosa.channel.Refusal.Moved;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.json.Fields;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the Bot API that is not {@code ok}. What happened is said in its description alone,
 * most of the time, so that is read by words, as the server's own source and its users know them.
 *
 * @param code as in HTTP
 * @param retryAfter in seconds, or null
 * @param newChat where the group went, or null
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Bot API, making requests</a>
 */
record TelegramError(
        int code, String description, @Nullable Long retryAfter, @Nullable Long newChat) {
    private static final Pattern SECONDS = Pattern.compile("retry after ([0-9]{1,9})");
    private static final Pattern MARKUP =
            words("can't parse (entities|message)|entit(y|ies)_|unsupported start tag");
    private static final Pattern TOO_LARGE =
            words("(message|text|caption) is too long|message_too_long|file is too big|too large");
    private static final Pattern NOBODY =
            words(
                    "(chat|user|peer) not found|peer_id_invalid|chat_id_invalid|user_id_invalid"
                            + "|invalid user_id|chat_id is empty|deactivated|deleted"
                            + "|channel_private|upgraded to a supergroup"
                            + "|can't send messages to (bots|the bot)");
    private static final Pattern NOT_YET = words("can't initiate conversation");
    private static final Pattern BLOCKED =
            words(
                    "blocked|not enough rights|no rights|write_forbidden|send_\\w*_?forbidden"
                            + "|chat_restricted|administrator rights|topic_closed|topic_deleted"
                            + "|was kicked|not a member|payment_required");
    private static final Pattern FROZEN = words("frozen");
    private static final Pattern WEBHOOK = words("bad webhook");
    private static final Pattern PASSING = words("temporarily unavailable|try again later");
    private static final Pattern METHOD = words("method not found");

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    static TelegramError of(int status, Fields answer, TelegramToken token) {
        Long code = answer.number("error_code");
        Fields parameters = answer.object("parameters").orElse(new Fields(answer.node().path("")));
        return new TelegramError(
                code == null || code < 400 || code > 599 ? status : code.intValue(),
                token.redact(answer.text("description")),
                parameters.number("retry_after"),
                parameters.number("migrate_to_chat_id"));
    }

    /** Whether nobody knows what became of the request: a gateway gave up waiting for it. */
    boolean isUnknowing() {
        return code == 502 || code == 504;
    }

    Refusal refusal() {
        if (newChat != null) {
            return new Moved(newChat.toString(), description);
        }
        return switch (code) {
            case 400 -> badRequest();
            case 401 -> new FixMe(FixMe.Fault.TOKEN, description);
            case 403 -> forbidden();
            // So answers the server to a token that is no bot's, and an old one to a new method.
            case 404 ->
                    new FixMe(says(METHOD) ? FixMe.Fault.ADDRESS : FixMe.Fault.TOKEN, description);
            case 408, 409 -> retry(Retry.Cause.SERVER);
            case 413 -> new Stop(Stop.Reason.TOO_LARGE, description);
            case 420, 429 -> retry(Retry.Cause.SLOW_DOWN);
            default ->
                    code >= 500
                            ? retry(Retry.Cause.SERVER)
                            : new Stop(Stop.Reason.REJECTED, description);
        };
    }

    private Refusal badRequest() {
        if (says(MARKUP)) {
            return new Markup(description);
        }
        if (says(WEBHOOK)) {
            return new FixMe(FixMe.Fault.PUBLIC_URL, description);
        }
        if (says(PASSING)) {
            return retry(Retry.Cause.SERVER);
        }
        return says(FROZEN)
                ? new FixMe(FixMe.Fault.ACCOUNT, description)
                : new Stop(stop(Stop.Reason.REJECTED), description);
    }

    private Refusal forbidden() {
        return new Stop(stop(Stop.Reason.BLOCKED), description);
    }

    private Stop.Reason stop(Stop.Reason otherwise) {
        if (says(NOT_YET)) {
            return Stop.Reason.WINDOW_CLOSED;
        }
        if (says(TOO_LARGE)) {
            return Stop.Reason.TOO_LARGE;
        }
        if (says(NOBODY)) {
            return Stop.Reason.BAD_ADDRESS;
        }
        return says(BLOCKED) ? Stop.Reason.BLOCKED : otherwise;
    }

    private Refusal retry(Retry.Cause cause) {
        return new Retry(cause, wait(retryAfter), description);
    }

    private @Nullable Duration wait(@Nullable Long seconds) {
        if (seconds != null) {
            return Duration.ofSeconds(Math.clamp(seconds, 0, Integer.MAX_VALUE));
        }
        Matcher said = SECONDS.matcher(description);
        return said.find() ? Duration.ofSeconds(Long.parseLong(said.group(1))) : null;
    }

    private boolean says(Pattern words) {
        return words.matcher(description).find();
    }
}
