package app.prosa.channel.telegram;

import java.util.Map;

/** What may become of a call instead of its answer. */
public sealed interface FakeFault {

    /**
     * The Bot API says no.
     *
     * @param parameters what {@code parameters} holds, such as {@code retry_after}; empty for none
     */
    record Denial(int code, String description, Map<String, Long> parameters)
            implements FakeFault {}

    /** Something else answers: a gateway, a proxy, a page. */
    record Raw(int status, String headers, String body) implements FakeFault {}

    /** The connection breaks or stays silent, at one of some moments. */
    enum Moment implements FakeFault {
        /** Reset; the call was read and thrown away. */
        BREAK_BEFORE,
        /** Reset; the call was obeyed. */
        BREAK_AFTER,
        /** Nothing comes; the call was read and thrown away. */
        SILENT_BEFORE,
        /** Nothing comes; the call was obeyed. */
        SILENT_AFTER,
        /** The head of the answer comes and half of its body; the call was obeyed. */
        HALF
    }

    static FakeFault error(int code, String description) {
        return new Denial(code, description, Map.of());
    }

    static FakeFault flood(long seconds) {
        return new Denial(
                429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }

    static FakeFault page(int status) {
        return new Raw(status, "Content-Type: text/html\r\n", "<html><h1>Oh no</h1></html>");
    }

    static FakeFault redirect(String to) {
        return new Raw(302, "Location: " + to + "\r\n", "");
    }
}
