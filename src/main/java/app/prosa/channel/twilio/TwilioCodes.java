package app.prosa.channel.twilio;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's numbers of errors, sorted. They are the same in the answer to a request and in the
 * callback that tells of a message which was taken and failed later.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, Error and Warning Dictionary</a>
 */
final class TwilioCodes {
    /** The credentials are wrong; with the status 403, they are not enough. */
    static final int DENIED = 20003;

    private TwilioCodes() {}

    /**
     * @param after how long the answer asks to wait, or null
     * @param said without the number
     * @return empty for a number that says nothing to us
     */
    static Optional<Refusal> refusal(int code, @Nullable Duration after, String said) {
        String all = (code + " " + said).strip();
        Retry.Cause cause = cause(code);
        if (cause != null) {
            return Optional.of(new Retry(cause, after, all));
        }
        FixMe.Fault fault = fault(code);
        if (fault != null) {
            return Optional.of(new FixMe(fault, all));
        }
        Stop.Reason reason = reason(code);
        return reason == null ? Optional.empty() : Optional.of(new Stop(reason, all));
    }

    private static Retry.@Nullable Cause cause(int code) {
        return switch (code) {
            // Too many at once: requests; replies to one person; messages that wait for a number,
            // for a service, of the account, for the channel; messages of the account in a day.
            case 20429, 14107, 21611, 30001, 63017, 63018, 63038 -> Retry.Cause.SLOW_DOWN;
            // Out of order: the API; the channel, Twilio's own part of it, WhatsApp; nobody says.
            case 20500, 20503, 63009, 63010, 63012, 63023 -> Retry.Cause.SERVER;
            default -> null;
        };
    }

    private static FixMe.@Nullable Fault fault(int code) {
        return switch (code) {
            // The last one: credentials for tests only.
            case DENIED, 20008 -> FixMe.Fault.TOKEN;
            // Nothing is there for who we say we are.
            case 20404 -> FixMe.Fault.TOKEN;
            // Suspended or closed, at Twilio or at WhatsApp.
            case 10001, 20005, 20403, 30002, 63051, 63112, 90010 -> FixMe.Fault.ACCOUNT;
            // The sender is missing, wrong, somebody else's or not able to send.
            case 21212, 21603, 21606, 21659, 21660, 21661, 21703, 21705, 21910 ->
                    FixMe.Fault.PERMISSION;
            // WhatsApp does not know the sender, or not as Twilio's.
            case 63001, 63002, 63007, 63008, 63020, 63022, 63059, 63101 -> FixMe.Fault.PERMISSION;
            // Forbidden to the account.
            case 20010 -> FixMe.Fault.PERMISSION;
            case 21609 -> FixMe.Fault.PUBLIC_URL;
            default -> null;
        };
    }

    private static Stop.@Nullable Reason reason(int code) {
        return switch (code) {
            // The second one: who tries Twilio's sandbox must join it again every three days.
            case 63016, 63015 -> Stop.Reason.WINDOW_CLOSED;
            case 21610 -> Stop.Reason.OPTED_OUT;
            case 30004, 63014, 63033 -> Stop.Reason.BLOCKED;
            // No number; no mobile one; a short, a premium or a landline one, or our own; unknown.
            case 21211, 21604, 21614, 21265, 21266, 21268, 21635, 30005, 30006 ->
                    Stop.Reason.BAD_ADDRESS;
            case 63003, 63024, 63031 -> Stop.Reason.BAD_ADDRESS;
            case 21617, 21658, 30019, 63034 -> Stop.Reason.TOO_LARGE;
            // What is in it: nothing, a bad file, against the rules, filtered, no good template.
            case 21602, 21619, 21620, 30007, 63005, 63006, 63013, 63019, 63021, 63025 ->
                    Stop.Reason.REJECTED;
            case 63027, 63028, 63029, 63030, 63040, 63041, 63042 -> Stop.Reason.REJECTED;
            // WhatsApp keeps it from this person for a reason of its own.
            case 63032, 63049 -> Stop.Reason.REJECTED;
            default -> null;
        };
    }
}
