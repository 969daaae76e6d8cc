package app.prosa.channel.meta;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.FixMe;
import app.prosa.channel.Refusal.Retry;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.http.Body;
import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Fetches one file, from {@link MediaPlaces} only. */
final class Download {
    private static final int MOST_REDIRECTS = 3;

    private final PlatformHttp http;
    private final MediaPlaces places;
    private final GraphAccess access;
    private final GraphLimits limits;
    private final boolean secret;
    private final long end;

    /**
     * @param secret whether the file is shown to nobody without our token, and at an address that
     *     is good for a few minutes; otherwise whoever knows the address may fetch it
     */
    Download(PlatformHttp http, GraphAccess access, GraphLimits limits, boolean secret) {
        this.http = http;
        this.places = new MediaPlaces(access.base());
        this.access = access;
        this.limits = limits;
        this.secret = secret;
        this.end = System.nanoTime() + limits.download().toNanos();
    }

    Answer<Body> from(String url) throws InterruptedException {
        Optional<URI> place = places.find(url);
        Map<String, String> headers = secret ? access.authorization() : Map.of();
        for (int i = 0; place.isPresent() && i <= MOST_REDIRECTS; i++) {
            Exchange exchange = http.get(place.get(), headers, limit());
            if (!isRedirect(exchange)) {
                return downloaded(exchange);
            }
            place = next(place.get(), exchange);
            headers = Map.of(); // the token was for the first address alone
        }
        return refused(new Stop(Stop.Reason.REJECTED, "The file is at no address of Meta"));
    }

    private Limit limit() {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return new Limit(left, limits.fileBytes());
    }

    private static boolean isRedirect(Exchange exchange) {
        return exchange instanceof Exchange.Answered(int status, HttpHeaders _, Body _)
                && status >= 300
                && status < 400;
    }

    private Optional<URI> next(URI from, Exchange exchange) {
        return exchange instanceof Exchange.Answered(int _, HttpHeaders headers, Body _)
                ? headers.firstValue("Location").flatMap(to -> places.follow(from, to))
                : Optional.empty();
    }

    private Answer<Body> downloaded(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(int status, HttpHeaders _, Body body) ->
                    status == 200 ? new Answer.Given<>(body) : refused(refusal(status));
            case Exchange.Oversized(int _) -> refused(new Stop(Stop.Reason.TOO_LARGE, ""));
            case Exchange.Broken(boolean _, String why) ->
                    refused(new Retry(Retry.Cause.NETWORK, null, access.token().redact(why)));
        };
    }

    private Refusal refusal(int status) {
        String said = "HTTP " + status + " instead of the file";
        if (status >= 500 || status == 429 || status == 408) {
            return new Retry(Retry.Cause.SERVER, null, said);
        }
        if (secret && status == 401) {
            return new FixMe(FixMe.Fault.TOKEN, said);
        }
        // An address that is good for minutes is to be asked for again; the other will not return.
        return secret
                ? new Retry(Retry.Cause.SERVER, null, said)
                : new Stop(Stop.Reason.REJECTED, said);
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return new Answer.Refused<>(refusal);
    }
}
