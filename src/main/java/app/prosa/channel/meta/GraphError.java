package app.prosa.channel.meta;

import app.prosa.channel.Refusal;
import app.prosa.channel.json.Fields;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error of the Graph API, in an answer or in a webhook.
 *
 * @param status of the answer; 0 in a webhook
 * @param code 0 is a code, too; -1 when there is none
 * @param subcode 0 when there is none
 * @param said its message, and its details where they say more
 * @param after how long Meta asks to wait, or null
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Meta, Graph
 *     API, Handling Errors</a>
 */
public record GraphError(
        int status, long code, long subcode, String said, @Nullable Duration after) {

    /**
     * @param error as it stands in a webhook, where its message may be called title
     */
    public static GraphError of(Fields error) {
        return of(0, error, null);
    }

    static GraphError of(int status, Fields error, @Nullable Duration after) {
        return new GraphError(
                status,
                Objects.requireNonNullElse(error.number("code"), -1L),
                Objects.requireNonNullElse(error.number("error_subcode"), 0L),
                said(error),
                after);
    }

    private static String said(Fields error) {
        String message = error.text("message");
        String title = message.isEmpty() ? error.text("title") : message;
        String details =
                error.object("error_data").map(data -> data.text("details")).orElse("").strip();
        return details.isEmpty() || title.contains(details)
                ? title
                : (title + " - " + details).strip();
    }

    /**
     * Whether nobody knows what became of the request: a gateway gave up waiting for it, or Meta
     * lost its own answer, which it says messages survive.
     *
     * @see <a
     *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes">
     *     Meta, Messenger Platform, Common Error Codes, 1-1357046</a>
     */
    boolean isUnknowing() {
        return status == 502 || status == 504 || (code == 1 && subcode == 1_357_046);
    }

    public Refusal refusal() {
        return ErrorCodes.sort(this);
    }
}
