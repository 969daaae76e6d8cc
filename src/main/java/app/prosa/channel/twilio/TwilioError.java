package app.prosa.channel.twilio;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.json.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Twilio's that is an error.
 *
 * @param status of HTTP
 * @param code of Twilio's, or 0
 * @param after how long it asks to wait, or null
 * @see <a href="https://www.twilio.com/docs/usage/twilios-response">Twilio, API responses</a>
 */
record TwilioError(int status, int code, String message, @Nullable Duration after) {

    static TwilioError of(
            int status, Fields answer, @Nullable Duration after, TwilioAccount account) {
        Long code = answer.number("code");
        return new TwilioError(
                status,
                code == null ? 0 : Math.clamp(code, 0, Integer.MAX_VALUE),
                account.redact(answer.text("message")),
                after);
    }

    /** Whether nobody knows what became of the request. Only 503 says that it was not begun. */
    boolean isUnknowing() {
        return status >= 500 && status != 503;
    }

    Refusal refusal() {
        return code == TwilioCodes.DENIED && status == 403
                ? new FixMe(FixMe.Fault.PERMISSION, said())
                : TwilioCodes.refusal(code, after, message).orElseGet(this::byStatus);
    }

    private Refusal byStatus() {
        return switch (status) {
            // There is no such account for who we say we are.
            case 401, 404 -> new FixMe(FixMe.Fault.TOKEN, said());
            case 402 -> new FixMe(FixMe.Fault.ACCOUNT, said());
            case 403 -> new FixMe(FixMe.Fault.PERMISSION, said());
            case 408 -> new Retry(Retry.Cause.SERVER, after, said());
            case 413 -> new Stop(Stop.Reason.TOO_LARGE, said());
            case 429 -> new Retry(Retry.Cause.SLOW_DOWN, after, said());
            default ->
                    status >= 500
                            ? new Retry(Retry.Cause.SERVER, after, said())
                            : new Stop(Stop.Reason.REJECTED, said());
        };
    }

    String said() {
        return code == 0 ? message : (code + " " + message).strip();
    }
}
