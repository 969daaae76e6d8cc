package app.prosa.llm;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the fake behaves; the name in lower case, with dashes, is the model's. */
enum FakeModel {
    ECHO("says what you said, with usage", (out, in, _) -> echo(out, in)),
    SLOW("two hundred words, ten a second", (out, _, _) -> many(out, 200, 100)),
    LONG("a thousand words, quickly", (out, _, _) -> many(out, 1000, 2)),
    MARATHON("two hundred words a second for a minute", (out, _, _) -> many(out, 12_000, 5)),
    FLOOD(
            "four megabytes at once",
            (out, _, _) -> {
                out.startStream();
                for (int i = 0; i < 4096; i++) {
                    out.delta("content", "x".repeat(1024));
                }
                out.finish("stop");
                out.done();
            }),
    THINK("reasons in reasoning_content", (out, _, _) -> think(out, "reasoning_content")),
    THINK_TWICE(
            "reasons in reasoning and reasoning_content",
            (out, _, _) -> {
                out.startStream();
                out.data(
                        """
                        {"choices":[{"index":0,"delta":{"reasoning":"Hm.","reasoning_content":"Hm."}}]}\
                        """);
                whole(out, "Yes.");
            }),
    THINK_ROUTER("reasons in reasoning", (out, _, _) -> think(out, "reasoning")),
    THINK_TAGS(
            "reasons between <think> tags",
            (out, _, _) -> {
                out.startStream();
                for (String piece : "<th|ink>\nLet me |see.</t|hink>\n\nTwo".split("\\|", -1)) {
                    out.delta("content", piece);
                }
                whole(out, " plus two is four.");
            }),
    CUT("resets the connection in mid-stream", (out, _, _) -> cut(out, FakeAnswer::reset)),
    CUT_CLEAN("closes the connection in mid-stream", (out, _, _) -> cut(out, FakeAnswer::close)),
    CUT_POLITE("ends properly, but too early", (out, _, _) -> cut(out, FakeAnswer::endChunks)),
    GONE("closes the connection without an answer", (out, _, _) -> out.close()),
    GONE_ONCE(
            "the same, but only once", (out, in, call) -> onceThenEcho(out, in, call, out::close)),
    NO_DONE(
            "says that it finished, and closes",
            (out, _, _) -> {
                out.startStream();
                out.words("All of it.", Duration.ZERO);
                out.finish("stop");
                out.reset();
            }),
    BARE_DONE(
            "ends with [DONE] and no finish_reason",
            (out, _, _) -> {
                out.startStream();
                out.words("All of it.", Duration.ZERO);
                out.done();
            }),
    SILENT("never answers", (out, _, _) -> out.beSilent()),
    SILENT_MIDWAY(
            "stops in the middle without a word", (out, _, _) -> cut(out, FakeAnswer::beSilent)),
    SLOW_HEADERS(
            "takes a third of a second to begin",
            (out, in, _) -> {
                out.pause(Duration.ofMillis(300));
                echo(out, in);
            }),
    BUSY("429, Retry-After 30", (out, _, _) -> busy(out, "Retry-After: 30")),
    BUSY_DATE("429, Retry-After a date", (out, _, _) -> busy(out, inOneMinute())),
    BUSY_ONCE(
            "429 with half a second, once",
            (out, in, call) -> onceThenEcho(out, in, call, () -> busy(out, "retry-after-ms: 500"))),
    QUOTA(
            "429, no credit left",
            (out, _, _) ->
                    out.error(429, "You exceeded your current quota.", "insufficient_quota")),
    UNPAID("402", (out, _, _) -> out.error(402, "Insufficient credits.", "402")),
    FORBIDDEN("403", (out, _, _) -> out.error(403, "Not for your project.", "forbidden")),
    MISSING(
            "404, does not exist; as any other name",
            (out, in, _) ->
                    out.error(
                            404,
                            "The model `%s` does not exist or you do not have access to it."
                                    .formatted(in.model()),
                            "model_not_found")),
    BROKEN("500", (out, _, _) -> out.error(500, "The server had an error.", "server_error")),
    BROKEN_ONCE(
            "500, once",
            (out, in, call) -> onceThenEcho(out, in, call, () -> out.error(500, "Oh.", ""))),
    PAGE(
            "502 with a page of HTML",
            (out, _, _) ->
                    out.body(502, "text/html", "<html><title>502 Bad Gateway</title></html>")),
    HTML("200 with a page of HTML", (out, _, _) -> out.body(200, "text/html", "<p>Log in</p>")),
    GARBAGE(
            "events that are not JSON",
            (out, _, _) -> {
                out.startStream();
                out.data("{\"choices\": [nonsense");
                out.done();
            }),
    NOT_HTTP("another protocol", (out, _, _) -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
    ERROR_JSON(
            "200 with an error in JSON",
            (out, _, _) -> out.json(200, "{\"error\":{\"message\":\"Upstream is down.\"}}")),
    ERROR_MIDWAY(
            "an error inside the stream",
            (out, _, _) ->
                    cut(
                            out,
                            o -> {
                                o.data("{\"error\":{\"message\":\"Worker died.\",\"code\":502}}");
                                o.endChunks();
                            })),
    FULL(
            "400, the conversation is too long",
            (out, _, _) ->
                    out.error(
                            400,
                            "This model's maximum context length is 8192 tokens.",
                            "context_length_exceeded")),
    REFUSED(
            "400, content policy",
            (out, _, _) ->
                    out.error(400, "Your request was rejected.", "content_policy_violation")),
    FILTERED(
            "finishes with content_filter",
            (out, _, _) -> {
                out.startStream();
                out.finish("content_filter");
                out.done();
            }),
    SHORT(
            "reaches the largest number of tokens",
            (out, _, _) -> {
                out.startStream();
                out.words("Once upon a", Duration.ZERO);
                out.finish("length");
                out.done();
            }),
    PICKY("400 on stream_options", (out, in, _) -> picky(out, in, "stream_options")),
    NO_TEMPERATURE("400 on temperature", (out, in, _) -> picky(out, in, "temperature")),
    NEW_LIMIT("400 on max_tokens", (out, in, _) -> picky(out, in, "max_tokens")),
    BLIND(
            "400 on pictures",
            (out, in, _) ->
                    blind(
                            out,
                            in,
                            400,
                            "Invalid content type. image_url is only supported by certain models.")),
    BLIND_ROUTER(
            "404 on pictures",
            (out, in, _) -> blind(out, in, 404, "No endpoints found that support image input")),
    BLIND_LOCALLY(
            "500 on pictures",
            (out, in, _) ->
                    blind(
                            out,
                            in,
                            500,
                            "image input is not supported - hint: you may need to provide the"
                                    + " mmproj")),
    NO_SUCH_PICTURE(
            "400 on a picture that it cannot read",
            (out, in, _) ->
                    blind(
                            out,
                            in,
                            400,
                            "You uploaded an unsupported image. Please make sure your image has of"
                                    + " one the following formats: ['png', 'jpeg', 'gif',"
                                    + " 'webp'].")),
    ODD("400, whatever you do", (out, _, _) -> out.error(400, "I do not like it.", "")),
    MOVED("301", (out, _, _) -> out.body(301, "text/plain", "", "Location: http://elsewhere/"));

    private interface Behaviour {
        void answer(FakeAnswer out, Received in, int call) throws IOException;
    }

    private interface Ending {
        void end(FakeAnswer out) throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // the behaviours hold no state
    private final Behaviour behaviour;

    FakeModel(String what, Behaviour behaviour) {
        this.what = what;
        this.behaviour = behaviour;
    }

    static @Nullable FakeModel named(String name) {
        return Arrays.stream(values()).filter(m -> m.title().equals(name)).findFirst().orElse(null);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String what() {
        return what;
    }

    /**
     * @param call how often this model was called, from 1
     */
    void answer(FakeAnswer out, Received in, int call) throws IOException {
        behaviour.answer(out, in, call);
    }

    private static void echo(FakeAnswer out, Received in) throws IOException {
        String text = in.lastText();
        out.startStream();
        out.words(text, Duration.ofMillis(2));
        out.finish("stop");
        out.usage(text.length(), text.split(" ", -1).length);
        out.done();
    }

    private static void many(FakeAnswer out, int count, int paceMillis) throws IOException {
        out.startStream();
        for (int i = 1; i <= count; i++) {
            out.pause(Duration.ofMillis(paceMillis));
            out.delta("content", (i % 12 == 0 ? "word " + i + ".\n\n" : "word "));
        }
        out.finish("stop");
        out.usage(10, count);
        out.done();
    }

    private static void think(FakeAnswer out, String field) throws IOException {
        out.startStream();
        for (String piece : "Two and two. That is four.".split("(?<=\\s)", -1)) {
            out.pause(Duration.ofMillis(30));
            out.delta(field, piece);
        }
        whole(out, "Four.");
    }

    private static void whole(FakeAnswer out, String text) throws IOException {
        out.words(text, Duration.ofMillis(2));
        out.finish("stop");
        out.usage(3, 4);
        out.done();
    }

    private static void cut(FakeAnswer out, Ending ending) throws IOException {
        out.startStream();
        out.words("This is only half of", Duration.ofMillis(5));
        out.pause(Duration.ofMillis(50));
        ending.end(out);
    }

    private static void busy(FakeAnswer out, String header) throws IOException {
        out.error(429, "Rate limit reached for requests.", "rate_limit_exceeded", header);
    }

    private static String inOneMinute() {
        return "Retry-After: "
                + java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).plusMinutes(1));
    }

    private static void onceThenEcho(FakeAnswer out, Received in, int call, Step first)
            throws IOException {
        if (call == 1) {
            first.run();
        } else {
            echo(out, in);
        }
    }

    private static void blind(FakeAnswer out, Received in, int status, String said)
            throws IOException {
        if (in.body().toString().contains("\"image_url\"")) {
            out.error(status, said, "");
        } else {
            echo(out, in);
        }
    }

    private static void picky(FakeAnswer out, Received in, String field) throws IOException {
        if (in.body().has(field)) {
            out.error(400, "Unsupported parameter: '" + field + "'.", "unsupported_parameter");
        } else {
            echo(out, in);
        }
    }
}
