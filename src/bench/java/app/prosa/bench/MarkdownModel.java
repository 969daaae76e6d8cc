package app.prosa.bench;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ReplyMeta;
import java.util.concurrent.TimeUnit;

/** Writes Markdown of all kinds, token by token, as evenly as the clock allows. */
final class MarkdownModel implements ChatModel {
    private static final int TOKENS_A_SECOND = 200;

    /** In code points: what a token is on average in English. */
    private static final int TOKEN = 4;

    private static final String TEXT =
            """
            ## A heading, *leaning* and `coded`

            A paragraph that is **bold** in places, _leans_ in others, and has `code` and a [link]\
            (https://example.org/a) within. It goes on for a few lines, so that it breaks, and ends\
             with an emoji of several code points: 👩🏽‍💻. E continua em português, com acentuação.

            - one item
            - another, with more to say
              - and one below it
                1. counted
                2. twice

            > A quotation, with a list:
            > - of one
            >
            > and an end.

            ```java
            /** Sums what is there. */
            long sum(List<Integer> values) {
                long sum = 0;
                for (int value : values) {
                    sum += value; // never overflows here
                }
                return sum;
            }
            ```

            | step | time | memory |
            |------|-----:|:------:|
            | read the *file* | 12 ms | 3 MB |
            | parse `lines` | 40 ms | 18 MB |
            | write | 7 ms | 1 MB |

            ---

            مرحبا بالعالم: a line from right to left.

            """;

    private final int tokens;

    MarkdownModel(int seconds) {
        this.tokens = seconds * TOKENS_A_SECOND;
    }

    @Override
    public ChatOutcome stream(ChatRequest request, ReplySink sink) throws InterruptedException {
        int[] points = TEXT.codePoints().toArray();
        long start = System.nanoTime();
        int at = 0;
        for (int token = 0; token < tokens; token++) {
            long due = start + TimeUnit.SECONDS.toNanos(token) / TOKENS_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            int count = Math.min(TOKEN, points.length - at);
            sink.answer(new String(points, at, count));
            at = (at + count) % points.length;
        }
        return new ChatOutcome("bench", new ReplyMeta.Usage(10, tokens), false);
    }
}
