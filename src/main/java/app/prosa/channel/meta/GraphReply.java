package app.prosa.channel.meta;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;

/** How a call of the Graph API ended. */
sealed interface GraphReply {

    record Done(Fields answer) implements GraphReply {}

    /**
     * @param mayHaveHappened whether what was asked for may have been done all the same
     */
    record Failed(Refusal refusal, boolean mayHaveHappened) implements GraphReply {}

    static GraphReply of(Exchange exchange, GraphToken token) {
        return switch (exchange) {
            case Exchange.Answered(int status, HttpHeaders headers, var body) ->
                    of(status, headers, Json.read(body.bytes()), token);
            case Exchange.Oversized(int status) -> strange(status);
            case Exchange.Broken(boolean mayHaveArrived, String why) ->
                    new Failed(
                            new Retry(Retry.Cause.NETWORK, null, token.redact(why)),
                            mayHaveArrived);
        };
    }

    private static GraphReply of(
            int status, HttpHeaders headers, Optional<Fields> json, GraphToken token) {
        Optional<Fields> error = json.flatMap(answer -> answer.object("error"));
        if (error.isPresent()) {
            return failed(GraphError.of(status, error.get(), Waiting.of(headers)), token);
        }
        return status >= 200 && status < 300 && json.isPresent()
                ? new Done(json.get())
                : strange(status);
    }

    private static GraphReply failed(GraphError error, GraphToken token) {
        GraphError shown =
                new GraphError(
                        error.status(),
                        error.code(),
                        error.subcode(),
                        token.redact(error.said()),
                        error.after());
        return new Failed(shown.refusal(), shown.isUnknowing());
    }

    /** With an answer that the Graph API does not give. */
    private static GraphReply strange(int status) {
        String said = "HTTP " + status + " that is not the Graph API's";
        boolean passing = status >= 500 || status == 429 || status == 408;
        Refusal refusal =
                passing
                        ? new Retry(Retry.Cause.SERVER, null, said)
                        : new FixMe(FixMe.Fault.ADDRESS, said);
        return new Failed(refusal, status < 300 || status == 502 || status == 504);
    }

    /**
     * Of a message.
     *
     * @param id finds what Meta calls it
     */
    default SendResult sent(Function<Fields, String> id) {
        return switch (this) {
            case Done(Fields answer) when !id.apply(answer).isEmpty() ->
                    new SendResult.Sent(id.apply(answer));
            case Done _ -> new SendResult.Unknown("sent, without an id");
            case Failed(Refusal refusal, boolean mayHaveHappened) ->
                    mayHaveHappened
                            ? new SendResult.Unknown(refusal.said())
                            : new SendResult.Refused(refusal);
        };
    }

    /**
     * Of a question.
     *
     * @param read empty when the answer is not what was asked for
     */
    default <T> Answer<T> given(Function<Fields, Optional<T>> read) {
        return switch (this) {
            case Done(Fields answer) ->
                    read.apply(answer)
                            .<Answer<T>>map(Answer.Given::new)
                            .orElseGet(() -> new Answer.Refused<>(notAnswered()));
            case Failed(Refusal refusal, boolean _) -> new Answer.Refused<>(refusal);
        };
    }

    private static Refusal notAnswered() {
        return new FixMe(FixMe.Fault.ADDRESS, "The answer has not what was asked for");
    }

    /** Why it was not done; empty when it was. */
    default Optional<Refusal> whyNot() {
        return switch (this) {
            case Done _ -> Optional.empty();
            case Failed(Refusal refusal, boolean _) -> Optional.of(refusal);
        };
    }
}
