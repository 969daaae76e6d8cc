package app.prosa.channel.text.markup;

/**
 * How a text is written and how long a part may be.
 *
 * @param limit of a part, at least 300: what stands before a line, and the line, need some room
 */
public record Format(Dialect dialect, int limit, Unit unit) {
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int ROOM = 200;

    /** The longest address that is never cut. A longer one is text like any other. */
    public int longestAddress() {
        return Math.min(LONGEST_ADDRESS, limit - ROOM);
    }
}
