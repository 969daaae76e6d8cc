package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.http.Body;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import java.net.URI;
import java.util.Optional;

/**
 * Fetches a file: the API, which wants our credentials, says where it lies, and there they are not
 * shown.
 */
final class MediaFetch {
    private final TwilioWire wire;
    private final TwilioAccount account;
    private final TimeLimits limits;

    MediaFetch(TwilioWire wire, TwilioAccount account, TimeLimits limits) {
        this.wire = wire;
        this.account = account;
        this.limits = limits;
    }

    Answer<Body> fetch(MediaReference file) throws InterruptedException {
        URI asked = wire.uri(account.path(file.path()));
        Exchange answer = wire.fetch(asked, new Limit(limits.answer(), TwilioApi.MAX_FILE_BYTES));
        if (!(answer instanceof Exchange.Answered(int status, var headers, var _))
                || !isRedirect(status)) {
            return downloaded(answer);
        }
        Optional<URI> place =
                headers.firstValue("Location").flatMap(to -> MediaHosts.follow(asked, to));
        return place.isEmpty()
                ? refused(new FixMe(FixMe.Fault.ADDRESS, "The file lies where it should not"))
                : fetchFrom(place.get());
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private Answer<Body> fetchFrom(URI place) throws InterruptedException {
        Limit limit = new Limit(limits.download(), TwilioApi.MAX_FILE_BYTES);
        Exchange answer = wire.fetchUnknown(place, limit);
        boolean denied =
                answer instanceof Exchange.Answered(int status, var _, var _)
                        && (status == 401 || status == 403);
        return denied
                ? refused(new Retry(Retry.Cause.SERVER, null, "The file's address is too old"))
                : downloaded(answer);
    }

    private Answer<Body> downloaded(Exchange answer) {
        return switch (answer) {
            case Exchange.Answered(int status, var _, Body body) when status == 200 ->
                    new Answer.Given<>(body);
            case Exchange.Answered(int status, var _, var _) when status == 404 ->
                    refused(new Retry(Retry.Cause.SERVER, null, "The file is not there"));
            // What is wrong with a file is told in XML.
            case Exchange.Answered(int status, var _, var _) when status == 401 ->
                    refused(new FixMe(FixMe.Fault.TOKEN, "HTTP 401"));
            case Exchange.Answered(int status, var _, var _) when status == 403 ->
                    refused(new FixMe(FixMe.Fault.PERMISSION, "HTTP 403"));
            case Exchange.Oversized(int _) -> refused(new Stop(Stop.Reason.TOO_LARGE, ""));
            case Exchange.Answered _, Exchange.Broken _ ->
                    refused(TwilioReply.refusal(wire.reply(answer)));
        };
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return new Answer.Refused<>(refusal);
    }
}
