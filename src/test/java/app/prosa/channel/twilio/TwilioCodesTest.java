package app.prosa.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.channel.Inbound;
import app.prosa.channel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio's numbers mean, in the answer to a request and in the callback later. */
class TwilioCodesTest {
    private static final String NUMBERS =
            """
            10001, Account is not active, ACCOUNT
            14107, SMS send rate limit exceeded, SLOW_DOWN
            20003, Permission Denied, TOKEN
            20005, Account not active, ACCOUNT
            20008, This resource is not accessible with Test Account Credentials, TOKEN
            20010, Action disabled for account, PERMISSION
            20403, 403 Forbidden, ACCOUNT
            20404, Not Found, TOKEN
            20429, Too many requests, SLOW_DOWN
            20500, Internal Server Error, SERVER
            20503, Service unavailable, SERVER
            21211, Invalid 'To' Phone Number, BAD_ADDRESS
            21212, Invalid 'From' Number, PERMISSION
            21265, 'To' number cannot be a Short Code, BAD_ADDRESS
            21602, Message body is required, REJECTED
            21603, 'From' phone number is required to send a Message, PERMISSION
            21604, 'To' phone number is required to send a Message, BAD_ADDRESS
            21606, 'From' phone number is not a valid number, PERMISSION
            21609, Invalid 'StatusCallback' url, PUBLIC_URL
            21610, Attempt to send to unsubscribed recipient, OPTED_OUT
            21611, This 'From' number has exceeded the maximum number of queued messages, SLOW_DOWN
            21614, 'To' number is not a valid mobile number, BAD_ADDRESS
            21617, The concatenated message body exceeds the 1600 character limit, TOO_LARGE
            21658, Parameter exceeded character limit, TOO_LARGE
            21705, Invalid Messaging Service Sid, PERMISSION
            21910, Invalid From and To pair, PERMISSION
            30001, Queue overflow, SLOW_DOWN
            30002, Account suspended, ACCOUNT
            30004, Message blocked, BLOCKED
            30005, Unknown destination handset, BAD_ADDRESS
            30007, Message filtered, REJECTED
            63001, Channel could not authenticate the request, PERMISSION
            63003, Channel could not find To address, BAD_ADDRESS
            63005, Channel did not accept given content, REJECTED
            63007, Twilio could not find a Channel with the specified From address, PERMISSION
            63008, Channel module is misconfigured, PERMISSION
            63010, Channels - Twilio Internal error, SERVER
            63012, Channel provider returned an internal service error, SERVER
            63013, Channel policy violation, REJECTED
            63014, Channel message blocked by user action, BLOCKED
            63015, Channel Sandbox can only send messages to phone numbers that have joined, WINDOW_CLOSED
            63016, Outside messaging window, WINDOW_CLOSED
            63017, Rate limit exceeded, SLOW_DOWN
            63018, Rate limit exceeded for Channel, SLOW_DOWN
            63020, The business is not known to WhatsApp, PERMISSION
            63021, Channel invalid content error, REJECTED
            63023, Channel generic error, SERVER
            63024, Invalid message recipient, BAD_ADDRESS
            63031, Channels message cannot have same From and To, BAD_ADDRESS
            63032, User limitation, REJECTED
            63033, Recipient blocked to receive message, BLOCKED
            63038, Account exceeded the daily messages limit, SLOW_DOWN
            63049, Meta chose not to deliver, REJECTED
            63051, WhatsApp Business Account is Locked, ACCOUNT
            63059, Phone number migrated to a different WhatsApp Business Account, PERMISSION
            63112, Disabled by Meta, ACCOUNT
            99999, Something new, REJECTED
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = NUMBERS)
    void in_an_answer_a_number_is_sorted(int code, String message, String sorted) {
        Refusal refusal = new TwilioError(400, code, message, null).refusal();
        assertEquals(sorted, sorted(refusal));
        assertEquals(code + " " + message, refusal.said());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = NUMBERS)
    void in_a_callback_it_means_the_same(int code, String message, String sorted) {
        Refusal refusal = refusal("failed", "" + code, message);
        assertEquals(sorted, sorted(refusal));
        assertEquals(code + " " + message, refusal.said());
    }

    @ParameterizedTest
    @CsvSource(
            """
            400, REJECTED
            401, TOKEN
            402, ACCOUNT
            403, PERMISSION
            404, TOKEN
            405, REJECTED
            408, SERVER
            413, TOO_LARGE
            429, SLOW_DOWN
            500, SERVER
            503, SERVER
            """)
    void without_a_number_the_status_decides(int status, String sorted) {
        assertEquals(sorted, sorted(new TwilioError(status, 0, "", null).refusal()));
        assertEquals(sorted, sorted(new TwilioError(status, 99_999, "", null).refusal()));
    }

    @Test
    void credentials_that_are_good_but_not_enough_are_told_from_wrong_ones() {
        assertEquals("TOKEN", sorted(new TwilioError(401, 20003, "", null).refusal()));
        assertEquals("PERMISSION", sorted(new TwilioError(403, 20003, "", null).refusal()));
    }

    @Test
    void a_failure_without_a_number_has_no_reason() {
        for (String none : new String[] {"", "0", "-1", "x", "99999999999999999999"}) {
            assertNull(status("failed", none, "").refusal());
        }
        assertEquals("REJECTED", sorted(refusal("undelivered", "9223372036854775807", "")));
    }

    private static Refusal refusal(String status, String code, String message) {
        Refusal refusal = status(status, code, message).refusal();
        if (refusal == null) {
            throw new AssertionError("no reason");
        }
        return refusal;
    }

    private static Inbound.Status status(String status, String code, String message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", "SM" + "0".repeat(32));
        form.put("MessageStatus", status);
        form.put("ErrorCode", code);
        form.put("ErrorMessage", message);
        TwilioWebhook webhook = new TwilioWebhook(FakeTwilio.account(), () -> TwilioRig.NOON);
        return assertInstanceOf(
                Inbound.Status.class,
                TwilioRig.heard(webhook.status(TwilioRig.form(form))).getFirst());
    }

    static String sorted(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Retry retry -> retry.cause().name();
            case Refusal.Stop stop -> stop.reason().name();
            case Refusal.FixMe fixMe -> fixMe.fault().name();
            case Refusal.Markup _ -> "MARKUP";
            case Refusal.Moved _ -> "MOVED";
        };
    }
}
