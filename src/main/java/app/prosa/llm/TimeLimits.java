package app.prosa.llm;

import java.time.Duration;

/**
 * How long to wait for a server. There is no limit on a whole answer, only on silence.
 *
 * @param connect until the connection stands, for each address of a name
 * @param silence without a single byte, before the answer and inside it
 * @param probe for the whole of {@link app.prosa.conversation.ModelDirectory#probe}
 * @param pause before the first retry, at most; twice as long before the second
 */
public record TimeLimits(Duration connect, Duration silence, Duration probe, Duration pause) {
    public static final TimeLimits DEFAULT =
            new TimeLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500));

    public TimeLimits withSilence(Duration value) {
        return new TimeLimits(connect, value, probe, pause);
    }
}
