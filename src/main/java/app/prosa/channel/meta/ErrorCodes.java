package app.prosa.channel.meta;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.FixMe.Fault;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.Refusal.Stop.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about Meta's errors. A subcode says more than its code, a code more than the
 * status. What is on none of these pages was seen by others: the subcodes from 2534001 on, which
 * are Instagram's, and 2018300 and 2018321, of a conversation that another app has taken.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Graph API: 1
 *     to 4, 10, 17, 102, 190, 200 to 299, 341, 368, 506</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Graph API,
 *     Rate Limits: 32, 613, 80000 and on</a>
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">
 *     WhatsApp: 0, 33, 130429 and on</a>
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes">
 *     Messenger: 551, 1200 and the other subcodes</a>
 */
final class ErrorCodes {
    private static final Pattern PROOF = words("appsecret_proof");
    private static final Pattern TOO_LONG =
            words("length of param|too (long|large|big)|must be (less|fewer|no more|at most)");
    private static final Pattern NOBODY =
            words("no matching user|invalid fbid|valid user id|recipient\\[id\\]");

    private ErrorCodes() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    static Refusal sort(GraphError error) {
        Refusal bySubcode = bySubcode(error);
        return bySubcode == null ? byCode(error) : bySubcode;
    }

    private static @Nullable Refusal bySubcode(GraphError error) {
        return switch (Math.clamp(error.subcode(), 0, Integer.MAX_VALUE)) {
            case 2_018_065, 2_018_278, 2_534_022 -> stop(error, Reason.WINDOW_CLOSED);
            // The person does not take messages from us; which way, Meta does not tell.
            case 1_545_041, 2_018_108 -> stop(error, Reason.BLOCKED);
            // Nobody has this id, or the conversation was deleted by whom it was with.
            case 2_018_001, 2_534_001, 2_534_014 -> stop(error, Reason.BAD_ADDRESS);
            case 2_018_109 -> stop(error, Reason.TOO_LARGE);
            // Another app or the inbox has taken the conversation.
            case 2_018_300, 2_018_321, 2_534_037 -> stop(error, Reason.REJECTED);
            // Until Meta has reviewed the app it may write to its own testers only.
            case 2_018_028 -> fixMe(error, Fault.PERMISSION);
            // There is no such object, or none that the token lets us see: Meta does not tell.
            case 33 -> fixMe(error, Fault.PERMISSION);
            default -> null;
        };
    }

    private static Refusal byCode(GraphError error) {
        return switch (Math.clamp(error.code(), -1, Integer.MAX_VALUE)) {
            case 0, 102, 190 -> fixMe(error, Fault.TOKEN);
            case 1, 2, 1200, 131_000, 131_016, 131_057, 133_004 -> retry(error, Retry.Cause.SERVER);
            case 4, 9, 17, 32, 341, 613, 130_429, 131_056, 133_016 ->
                    retry(error, Retry.Cause.SLOW_DOWN);
            // 131030: the test number writes to numbers on a list only.
            case 3, 10, 131_005, 131_030 -> fixMe(error, Fault.PERMISSION);
            // 131048: too many people have blocked or reported us; going on makes it worse.
            case 33, 368, 131_031, 131_037, 131_042, 131_045, 131_048, 133_010 ->
                    fixMe(error, Fault.ACCOUNT);
            case 551 -> stop(error, Reason.BLOCKED);
            case 131_021, 131_026 -> stop(error, Reason.BAD_ADDRESS);
            case 131_047 -> stop(error, Reason.WINDOW_CLOSED);
            case 131_050 -> stop(error, Reason.OPTED_OUT);
            case 100, 131_008, 131_009 -> parameter(error);
            default -> byRange(error);
        };
    }

    private static Refusal byRange(GraphError error) {
        long code = error.code();
        if (code >= 200 && code < 300) {
            return fixMe(error, Fault.PERMISSION);
        }
        if (code >= 80_000 && code < 80_100) {
            return retry(error, Retry.Cause.SLOW_DOWN);
        }
        return byStatus(error);
    }

    private static Refusal byStatus(GraphError error) {
        return switch (error.status()) {
            case 401 -> fixMe(error, Fault.TOKEN);
            case 413 -> stop(error, Reason.TOO_LARGE);
            case 408 -> retry(error, Retry.Cause.SERVER);
            case 429 -> retry(error, Retry.Cause.SLOW_DOWN);
            default ->
                    error.status() >= 500
                            ? retry(error, Retry.Cause.SERVER)
                            : stop(error, Reason.REJECTED);
        };
    }

    /** Which parameter is wrong, and why, is said in words alone. */
    private static Refusal parameter(GraphError error) {
        if (says(error, PROOF)) {
            return fixMe(error, Fault.TOKEN);
        }
        if (says(error, TOO_LONG)) {
            return stop(error, Reason.TOO_LARGE);
        }
        return stop(error, says(error, NOBODY) ? Reason.BAD_ADDRESS : Reason.REJECTED);
    }

    private static boolean says(GraphError error, Pattern words) {
        return words.matcher(error.said()).find();
    }

    private static Refusal retry(GraphError error, Retry.Cause cause) {
        return new Retry(cause, error.after(), error.said());
    }

    private static Refusal stop(GraphError error, Reason reason) {
        return new Stop(reason, error.said());
    }

    private static Refusal fixMe(GraphError error, Fault fault) {
        return new FixMe(fault, error.said());
    }
}
