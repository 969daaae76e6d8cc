package app.prosa.server.sse;

/** How an event is written. */
public final class Event {
    private Event() {}

    /** The beginning, up to the data, which has to be one line and is followed by {@link #end}. */
    public static Utf8Buffer begin(Utf8Buffer out, String name, String id) {
        return out.ascii("id: ").ascii(id).ascii("\nevent: ").ascii(name).ascii("\ndata: ");
    }

    public static void end(Utf8Buffer out) {
        out.ascii("\n\n");
    }

    /**
     * @param json one line
     */
    public static void write(Utf8Buffer out, String name, String id, byte[] json) {
        end(begin(out, name, id).bytes(json));
    }
}
