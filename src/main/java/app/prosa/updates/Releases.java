package app.prosa.updates;

import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.Finding.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where versions are published. The question says which version asks, and nothing of who asks.
 *
 * @param address of a call like GitHub's <a
 *     href="https://docs.github.com/en/rest/releases/releases">Get the latest release</a>
 * @param version of this program
 * @param patience for all of it, redirects included
 */
record Releases(URI address, String version, Duration patience) {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_REDIRECTS = 3;

    /**
     * @throws InterruptedException after the question was given up
     */
    Finding latest() throws InterruptedException {
        // A connection for a question a day: nothing is kept between two.
        try (PlatformHttp http = new PlatformHttp(patience)) {
            return new Question(http, System.nanoTime() + patience.toNanos())
                    .ask(address, MOST_REDIRECTS);
        }
    }

    private static Finding unknown(Reason reason) {
        return new Finding.Unknown(reason);
    }

    private final class Question {
        private final PlatformHttp http;
        private final long end;

        Question(PlatformHttp http, long end) {
            this.http = http;
            this.end = end;
        }

        Finding ask(URI where, int redirects) throws InterruptedException {
            Map<String, String> headers =
                    Map.of(
                            "User-Agent",
                            "Prosa/" + version,
                            "Accept",
                            "application/vnd.github+json");
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            return switch (http.get(where, headers, new Limit(left, MOST_BYTES))) {
                case Exchange.Answered answer -> read(where, answer, redirects);
                case Exchange.Oversized _ -> unknown(Reason.NOT_UNDERSTOOD);
                case Exchange.Broken(_, String why) -> {
                    LOG.info("Where new versions are did not answer: {}", why);
                    yield unknown(Reason.UNREACHABLE);
                }
            };
        }

        private Finding read(URI where, Exchange.Answered answer, int redirects)
                throws InterruptedException {
            return switch (answer.status()) {
                case 200 -> ReleaseAnswer.read(answer.body().bytes(), version);
                case 301, 302, 303, 307, 308 -> follow(where, answer, redirects);
                case 403, 429 -> unknown(Reason.ASKED_TOO_OFTEN);
                case 404 -> unknown(Reason.NOTHING_THERE);
                default -> {
                    LOG.info("Where new versions are answered with {}", answer.status());
                    yield unknown(Reason.REFUSED);
                }
            };
        }

        private Finding follow(URI from, Exchange.Answered answer, int redirects)
                throws InterruptedException {
            URI to =
                    answer.headers()
                            .firstValue("Location")
                            .flatMap(Address::parse)
                            .map(from::resolve)
                            .orElse(null);
            return to == null || redirects == 0 || !Address.mayLeadTo(from, to)
                    ? unknown(Reason.LED_ASTRAY)
                    : ask(to, redirects - 1);
        }
    }
}
