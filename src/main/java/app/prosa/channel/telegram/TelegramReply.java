package app.prosa.channel.telegram;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.util.Optional;

/** How a call of the Bot API ended. */
sealed interface TelegramReply {

    /**
     * As it should.
     *
     * @param answer all of it; what was asked for is its field {@code result}
     */
    record Done(Fields answer) implements TelegramReply {}

    record Failed(TelegramError error) implements TelegramReply {}

    /** With an answer that the Bot API does not give. */
    record Strange(int status) implements TelegramReply {}

    record Broken(boolean mayHaveArrived, String why) implements TelegramReply {}

    static TelegramReply of(Exchange exchange, TelegramToken token) {
        return switch (exchange) {
            case Exchange.Answered(int status, var _, var body) ->
                    of(status, Json.read(body.bytes()), token);
            case Exchange.Oversized(int status) -> new Strange(status);
            case Exchange.Broken(boolean mayHaveArrived, String why) ->
                    new Broken(mayHaveArrived, token.redact(why));
        };
    }

    private static TelegramReply of(int status, Optional<Fields> json, TelegramToken token) {
        Optional<Fields> answer = json.filter(fields -> fields.node().path("ok").isBoolean());
        if (answer.isEmpty() || (status >= 300 && status < 400)) {
            return new Strange(status);
        }
        Fields fields = answer.get();
        return fields.flag("ok") && status < 300
                ? new Done(fields)
                : new Failed(TelegramError.of(status, fields, token));
    }

    /** Of a call that did not end as it should, and that may be repeated without harm. */
    static Refusal refusal(TelegramReply reply) {
        return switch (reply) {
            case Done _ -> strange(200);
            case Failed(TelegramError error) -> error.refusal();
            case Strange(int status) -> strange(status);
            case Broken(boolean _, String why) -> new Retry(Retry.Cause.NETWORK, null, why);
        };
    }

    private static Refusal strange(int status) {
        String said = "HTTP " + status + " that is not the Bot API's";
        boolean passing = status >= 500 || status == 429 || status == 408;
        return passing
                ? new Retry(Retry.Cause.SERVER, null, said)
                : new FixMe(FixMe.Fault.ADDRESS, said);
    }
}
