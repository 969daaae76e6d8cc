package app.prosa.desktop.transcript.layout;

/**
 * What is at the upper edge of the viewport.
 *
 * @param offset how much of the row lies above the edge, in pixels; negative if it begins below
 */
public record Anchor(int slot, int row, double offset) {
    public static final Anchor TOP = new Anchor(0, 0, 0);
}
