package app.prosa.channel.twilio;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a call of the API ended. */
sealed interface TwilioReply {
    Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** As it should. */
    record Done(Fields answer) implements TwilioReply {}

    record Failed(TwilioError error) implements TwilioReply {}

    /**
     * With an answer that the API does not give.
     *
     * @param after how long it asks to wait, or null
     */
    record Strange(int status, @Nullable Duration after) implements TwilioReply {}

    record Broken(boolean mayHaveArrived, String why) implements TwilioReply {}

    static TwilioReply of(Exchange exchange, TwilioAccount account) {
        return switch (exchange) {
            case Exchange.Answered(int status, HttpHeaders headers, var body) ->
                    of(status, Json.read(body.bytes()), after(headers), account);
            case Exchange.Oversized(int status) -> new Strange(status, null);
            case Exchange.Broken(boolean mayHaveArrived, String why) ->
                    new Broken(mayHaveArrived, account.redact(why));
        };
    }

    private static TwilioReply of(
            int status, Optional<Fields> json, @Nullable Duration after, TwilioAccount account) {
        if (status < 300 && json.isPresent()) {
            return new Done(json.get());
        }
        return json.filter(fields -> status >= 400)
                .filter(fields -> fields.number("code") != null || fields.number("status") != null)
                .<TwilioReply>map(
                        fields -> new Failed(TwilioError.of(status, fields, after, account)))
                .orElseGet(() -> new Strange(status, after));
    }

    /** A date instead of seconds is nothing that Twilio says. */
    private static @Nullable Duration after(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    /** Of a call that did not end as it should, and that may be repeated without harm. */
    static Refusal refusal(TwilioReply reply) {
        return switch (reply) {
            case Done _ -> strange(200, null);
            case Failed(TwilioError error) -> error.refusal();
            case Strange(int status, Duration after) -> strange(status, after);
            case Broken(boolean _, String why) -> new Retry(Retry.Cause.NETWORK, null, why);
        };
    }

    private static Refusal strange(int status, @Nullable Duration after) {
        String said = "HTTP " + status + " that is not Twilio's";
        if (status == 429) {
            return new Retry(Retry.Cause.SLOW_DOWN, after, said);
        }
        return status >= 500 || status == 408
                ? new Retry(Retry.Cause.SERVER, after, said)
                : new FixMe(FixMe.Fault.ADDRESS, said);
    }
}
