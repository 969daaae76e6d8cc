package app.prosa.channel.meta;

/** What may become of a call instead of its answer. */
public sealed interface GraphFault {

    /**
     * The Graph API says no.
     *
     * @param subcode 0 for none
     * @param details of the field {@code error_data}; empty for none
     * @param headers each with its line's end; empty for none
     */
    record Denial(
            int status, long code, long subcode, String message, String details, String headers)
            implements GraphFault {}

    /** Something else answers: a gateway, a proxy, a page. */
    record Raw(int status, String headers, String body) implements GraphFault {}

    /** The connection breaks or stays silent, at one of some moments. */
    enum Moment implements GraphFault {
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

    static Denial error(int status, long code, String message) {
        return new Denial(status, code, 0, message, "", "");
    }

    static Denial error(int status, long code, long subcode, String message) {
        return new Denial(status, code, subcode, message, "", "");
    }

    /** Too many calls, with how long to wait as Meta says it. */
    static GraphFault flood(long minutes) {
        String usage =
                "{\"1\":[{\"type\":\"whatsapp\",\"call_count\":100,"
                        + "\"estimated_time_to_regain_access\":"
                        + minutes
                        + "}]}";
        return new Denial(
                429,
                130_429,
                0,
                "(#130429) Rate limit hit",
                "",
                "X-Business-Use-Case-Usage: " + usage + "\r\n");
    }

    static GraphFault page(int status) {
        return new Raw(status, "Content-Type: text/html\r\n", "<html><h1>Oh no</h1></html>");
    }

    static GraphFault redirect(String to) {
        return new Raw(302, "Location: " + to + "\r\n", "");
    }
}
