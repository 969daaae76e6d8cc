package app.prosa.channel.text.lines;

/**
 * What a line stands in: quotes and lists.
 *
 * @param quote tells the outermost quote from its neighbours, from 1; 0 is none
 * @param depth how many quotes
 * @param indent spaces before the marker
 * @param marker a bullet, number or box with a space after it, or empty
 */
public record Frame(int quote, int depth, int indent, String marker) {
    public static final Frame NONE = new Frame(0, 0, 0, "");
    public static final String BULLET = "• ";

    /** A telephone has no room for more. */
    private static final int DEEPEST_INDENT = 16;

    /** Its marks come first in a line, so an indent from outside would only push the text away. */
    public Frame inQuote(int id) {
        return new Frame(quote == 0 ? id : quote, depth + 1, 0, "");
    }

    public Frame item(String itsMarker) {
        return new Frame(quote, depth, indent, itsMarker);
    }

    /** An open or a ticked box instead of the bullet, or behind the number. */
    public Frame task(boolean done) {
        String box = done ? "☑ " : "☐ ";
        return item(marker.equals(BULLET) ? box : marker + box);
    }

    /** For what follows the line with the marker. */
    public Frame after() {
        int deeper = Math.min(indent + marker.length(), DEEPEST_INDENT);
        return new Frame(quote, depth, deeper, "");
    }

    public String lead() {
        return " ".repeat(indent) + marker;
    }
}
