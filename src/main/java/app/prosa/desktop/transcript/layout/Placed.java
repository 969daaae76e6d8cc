package app.prosa.desktop.transcript.layout;

/**
 * A row in the viewport.
 *
 * @param y of its upper edge, in pixels from the upper edge of the viewport
 */
public record Placed(int slot, int row, double y, double height) {
    public double bottom() {
        return y + height;
    }
}
