package app.prosa.testing.http;

/** What may become of a request instead of its answer. */
public sealed interface Trouble {

    /** Something else is answered, and the request is thrown away. */
    record Instead(FixedAnswer answer) implements Trouble {}

    /** The connection breaks or stays silent, at one of some moments. */
    enum Moment implements Trouble {
        /** Reset; the request was read and thrown away. */
        BREAK_BEFORE,
        /** Reset; the request was obeyed. */
        BREAK_AFTER,
        /** Nothing comes; the request was read and thrown away. */
        SILENT_BEFORE,
        /** Nothing comes; the request was obeyed. */
        SILENT_AFTER,
        /** The head of the answer comes and half of its body; the request was obeyed. */
        HALF
    }

    /** A gateway, a proxy, a page. */
    static Trouble raw(int status, String headers, String body) {
        return new Instead(FixedAnswer.text(status, headers, body));
    }

    static Trouble page(int status) {
        return raw(status, "Content-Type: text/html\r\n", "<html><h1>Oh no</h1></html>");
    }

    static Trouble redirect(String to) {
        return raw(302, "Location: " + to + "\r\n", "");
    }
}
