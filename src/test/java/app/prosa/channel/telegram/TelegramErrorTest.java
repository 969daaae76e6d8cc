package app.prosa.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramErrorTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    400, Bad Request: can't parse entities: Can't find end tag corresponding to start tag b, MARKUP
                    400, Bad Request: can't parse entities: Unsupported start tag \\"x\\" at byte offset 1, MARKUP
                    400, Bad Request: ENTITY_BOUNDS_INVALID, MARKUP
                    400, Bad Request: ENTITIES_TOO_LONG, MARKUP
                    400, Bad Request: message is too long, TOO_LARGE
                    400, Bad Request: MESSAGE_TOO_LONG, TOO_LARGE
                    400, Bad Request: file is too big, TOO_LARGE
                    413, Request Entity Too Large, TOO_LARGE
                    400, Bad Request: message text is empty, REJECTED
                    400, Bad Request: strings must be encoded in UTF-8, REJECTED
                    400, Bad Request: chat not found, BAD_ADDRESS
                    400, Bad Request: user not found, BAD_ADDRESS
                    400, Bad Request: PEER_ID_INVALID, BAD_ADDRESS
                    400, Bad Request: group chat was deactivated, BAD_ADDRESS
                    400, Bad Request: group chat was upgraded to a supergroup chat, BAD_ADDRESS
                    403, Forbidden: user is deactivated, BAD_ADDRESS
                    403, Forbidden: the group chat was deleted, BAD_ADDRESS
                    403, Forbidden: bot can't send messages to bots, BAD_ADDRESS
                    403, Forbidden: bot can't initiate conversation with a user, WINDOW_CLOSED
                    403, Forbidden: bot was blocked by the user, BLOCKED
                    403, Forbidden: bot was kicked from the supergroup chat, BLOCKED
                    403, Forbidden: bot is not a member of the supergroup chat, BLOCKED
                    403, Forbidden: something new, BLOCKED
                    400, Bad Request: not enough rights to send text messages to the chat, BLOCKED
                    400, Bad Request: have no rights to send a message, BLOCKED
                    400, Bad Request: CHAT_WRITE_FORBIDDEN, BLOCKED
                    400, Bad Request: CHAT_SEND_PLAIN_FORBIDDEN, BLOCKED
                    400, Bad Request: TOPIC_CLOSED, BLOCKED
                    400, Bad Request: bad webhook: Failed to resolve host: Name or service not known, PUBLIC_URL
                    400, Bad Request: wrong file_id or the file is temporarily unavailable, SERVER
                    400, Bad Request: FROZEN_METHOD_INVALID, ACCOUNT
                    400, , REJECTED
                    401, Unauthorized, TOKEN
                    404, Not Found, TOKEN
                    404, Not Found: method not found, ADDRESS
                    409, Conflict: terminated by setWebhook request, SERVER
                    420, FLOOD_WAIT_7, SLOW_DOWN
                    429, Too Many Requests: retry after 7, SLOW_DOWN
                    500, Internal Server Error: restart, SERVER
                    451, Whatever, REJECTED
                    """)
    void each_error_is_sorted_by_what_can_be_done(int code, String description, String what) {
        String said = description == null ? "" : description;
        assertEquals(what, name(new TelegramError(code, said, null, null).refusal()));
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
}
