package app.prosa.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** How the fake answers, chosen by the first word of the message. */
final class FakeModelAnswer {
    static final String MARKDOWN =
            """
            ## What there is

            A **bold** word, an *italic* one, ~~none~~ and `code`. [A link](https://example.org/a) and \
            [a trap](javascript:alert(1)). <img src=x onerror=alert(1)>

            1. One
            2. Two
               - nested

            | Plan | Price |
            |------|------:|
            | Free | 0 |
            | Team with a long name | 12,50 |

            > Said by somebody.

            ```java
            record Point(int x, int y) {
                static final Point ORIGIN = new Point(0, 0); // a line that is longer than a telephone is wide
            }
            ```
            """;

    /** Answers that begin with {@code hold} go on when one of these comes. */
    private final Semaphore hold = new Semaphore(0);

    /** Lets one answer go on, now or when it is so far. */
    void release() {
        hold.release();
    }

    void write(String text, int attempt, FakeTurn turn) throws InterruptedException {
        String how = text.split("\\W", 2)[0];
        switch (how) {
            case "slow" -> words(turn, numbers(1, 120), Duration.ofMillis(25));
            case "hold" -> {
                words(turn, numbers(1, 20), Duration.ofMillis(5));
                hold.acquire();
                words(turn, numbers(21, 40), Duration.ofMillis(5));
            }
            case "markdown" ->
                    words(turn, List.of(MARKDOWN.split("(?<=\\s)", -1)), Duration.ofMillis(3));
            case "nobody" -> {}
            case "fail" -> {
                if (attempt == 1) {
                    turn.end(FakeTurn.State.FAILED);
                }
                words(turn, List.of("This ", "time ", "it ", "worked."), Duration.ofMillis(5));
            }
            default ->
                    words(
                            turn,
                            List.of(("You said: " + text).split("(?<=\\s)", -1)),
                            Duration.ofMillis(10));
        }
        turn.end(FakeTurn.State.COMPLETE);
    }

    static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "word" + n + " ").toList();
    }

    private static void words(FakeTurn turn, List<String> words, Duration pace)
            throws InterruptedException {
        for (String word : words) {
            if (turn.now().state() != FakeTurn.State.STREAMING) {
                return;
            }
            turn.awaitEnd(pace);
            turn.add(word);
        }
    }
}
