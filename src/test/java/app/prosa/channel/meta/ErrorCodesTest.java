package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Refusal;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    401, 190, 463, Error validating access token, TOKEN
                    400, 190, 0, Invalid OAuth access token, TOKEN
                    401, 0, 0, AuthException, TOKEN
                    400, 102, 0, Session key invalid, TOKEN
                    401, 999999, 0, Whatever, TOKEN
                    403, 3, 0, Capability or permissions issue, PERMISSION
                    403, 10, 0, Application does not have permission for this action, PERMISSION
                    403, 200, 0, Requires pages_messaging permission, PERMISSION
                    403, 299, 0, Whatever, PERMISSION
                    403, 131005, 0, Access denied, PERMISSION
                    400, 131030, 0, Recipient phone number not in allowed list, PERMISSION
                    400, 200, 2018028, Cannot message users who are not testers, PERMISSION
                    400, 100, 33, Unsupported post request. Object does not exist, PERMISSION
                    400, 33, 0, The business phone number has been deleted, ACCOUNT
                    403, 368, 0, Temporarily blocked for policies violations, ACCOUNT
                    403, 131031, 0, Account has been locked, ACCOUNT
                    400, 131042, 0, Business eligibility payment issue, ACCOUNT
                    500, 131045, 0, Incorrect certificate, ACCOUNT
                    400, 133010, 0, Phone number not registered, ACCOUNT
                    400, 131048, 0, Spam rate limit hit, ACCOUNT
                    400, 4, 0, Application request limit reached, SLOW_DOWN
                    400, 17, 0, User request limit reached, SLOW_DOWN
                    400, 32, 0, Page request limit reached, SLOW_DOWN
                    400, 613, 0, Calls to this API have exceeded the rate limit, SLOW_DOWN
                    400, 80000, 0, Too many calls, SLOW_DOWN
                    400, 80099, 0, Too many calls, SLOW_DOWN
                    400, 80100, 0, Whatever, REJECTED
                    400, 79999, 0, Whatever, REJECTED
                    400, 300, 0, Whatever, REJECTED
                    400, 199, 0, Whatever, REJECTED
                    400, 80002, 0, Too many calls to this Instagram account, SLOW_DOWN
                    400, 80006, 0, Too many calls to this page, SLOW_DOWN
                    400, 80007, 0, Rate limit issues, SLOW_DOWN
                    429, 130429, 0, Rate limit hit, SLOW_DOWN
                    400, 131056, 0, Pair rate limit hit, SLOW_DOWN
                    429, 999999, 0, Whatever, SLOW_DOWN
                    500, 1, 0, An unknown error occurred, SERVER
                    503, 2, 0, Service temporarily unavailable, SERVER
                    400, 1200, 0, Temporary send message failure, SERVER
                    500, 131000, 0, Something went wrong, SERVER
                    500, 131016, 0, Service unavailable, SERVER
                    500, 131057, 0, Account in maintenance mode, SERVER
                    500, 999999, 0, Whatever, SERVER
                    400, 131047, 0, Re-engagement message, WINDOW_CLOSED
                    400, 10, 2018278, This message is sent outside of allowed window, WINDOW_CLOSED
                    400, 10, 2018065, This message is sent outside of allowed window, WINDOW_CLOSED
                    400, 10, 2534022, This message is sent outside of allowed window, WINDOW_CLOSED
                    400, 551, 1545041, This person is not available right now, BLOCKED
                    400, 551, 0, This person is not available right now, BLOCKED
                    400, 200, 1545041, This person is not available right now, BLOCKED
                    400, 10, 2018108, This person is not receiving messages, BLOCKED
                    400, 131050, 0, Unable to deliver the message, OPTED_OUT
                    400, 131026, 0, Message undeliverable, BAD_ADDRESS
                    400, 131021, 0, Recipient cannot be sender, BAD_ADDRESS
                    400, 100, 2018001, No matching user found, BAD_ADDRESS
                    400, 100, 2534014, The requested user cannot be found, BAD_ADDRESS
                    400, 100, 0, (#100) No matching user found, BAD_ADDRESS
                    400, 100, 0, (#100) Param recipient[id] must be a valid ID string, BAD_ADDRESS
                    400, 100, 0, (#100) Length of param message[text] must be less than 2000, TOO_LARGE
                    400, 100, 0, Param text['body'] must be at most 4096 characters long, TOO_LARGE
                    400, 100, 2018109, Attachment size exceeds allowable limit, TOO_LARGE
                    413, 999999, 0, Whatever, TOO_LARGE
                    400, 100, 0, Invalid appsecret_proof provided in the API argument, TOKEN
                    400, 100, 0, Unexpected key x on param y, REJECTED
                    400, 131008, 0, Required parameter is missing, REJECTED
                    400, 131009, 0, Parameter value is not valid, REJECTED
                    400, 130472, 0, User's number is part of an experiment, REJECTED
                    400, 131049, 0, Not delivered to maintain healthy ecosystem, REJECTED
                    400, 131051, 0, Unsupported message type, REJECTED
                    400, 131062, 0, Not for this recipient, REJECTED
                    400, 10, 2018300, Another app is controlling this thread, REJECTED
                    400, 999999, 0, Whatever, REJECTED
                    0, 999999, 0, Whatever, REJECTED
                    """,
            quoteCharacter = '"')
    void each_error_is_sorted_by_what_can_be_done(
            int status, long code, long subcode, String message, String what) {
        assertEquals(what, name(new GraphError(status, code, subcode, message, null).refusal()));
    }

    private static String name(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Retry retry -> retry.cause().name();
            case Refusal.Stop stop -> stop.reason().name();
            case Refusal.FixMe fixMe -> fixMe.fault().name();
            case Refusal.Markup _ -> "MARKUP";
            case Refusal.Moved _ -> "MOVED";
        };
    }

    @Test
    void what_is_said_is_the_message_with_its_details() {
        assertEquals("a - b", said("{'message':'a','error_data':{'details':'b'}}"));
        assertEquals("a: b", said("{'message':'a: b','error_data':{'details':'b'}}"));
        assertEquals("t - b", said("{'title':'t','error_data':{'details':'b'}}"));
        assertEquals("", said("{'message':7,'error_data':[]}"));
    }

    private static String said(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Fields error = Json.read(bytes).orElseThrow();
        return GraphError.of(error).refusal().said();
    }

    @Test
    void an_error_without_a_code_is_one_all_the_same() {
        Fields nothing = Json.read("{}".getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals("REJECTED", name(GraphError.of(nothing).refusal()));
        byte[] odd =
                "{\"code\":99999999999999999,\"error_subcode\":-5}"
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals("REJECTED", name(GraphError.of(Json.read(odd).orElseThrow()).refusal()));
    }
}
