package app.prosa.channel.meta;

/** The fake says no, in the words of the Graph API. */
final class GraphRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient GraphFault.Denial error;

    GraphRefusal(GraphFault.Denial error) {
        super(error.message());
        this.error = error;
    }

    GraphFault.Denial error() {
        return error;
    }

    static GraphRefusal of(int status, long code, long subcode, String message) {
        return new GraphRefusal(GraphFault.error(status, code, subcode, message));
    }

    static GraphRefusal parameter(String what) {
        return of(400, 100, 0, "(#100) " + what);
    }
}
