package app.prosa.desktop.transcript.layout;

/**
 * Selected text. In places of the transcript, not of the screen, so that it outlives scrolling.
 *
 * @param anchor where it was begun
 * @param caret where it was dragged to, before or after the anchor
 */
public record Selection(Caret anchor, Caret caret) {

    public Caret start() {
        return anchor.compareTo(caret) <= 0 ? anchor : caret;
    }

    public Caret end() {
        return anchor.compareTo(caret) <= 0 ? caret : anchor;
    }

    public boolean isEmpty() {
        return anchor.equals(caret);
    }

    public Selection to(Caret other) {
        return new Selection(anchor, other);
    }

    /** Covers both, and is dragged further in the direction of the other. */
    public Selection extendedTo(Selection other) {
        return other.start().compareTo(start()) < 0
                ? new Selection(end(), other.start())
                : new Selection(start(), other.end());
    }

    /** The first selected character of a row, from 0 to its length. */
    public int from(int slot, int row, int length) {
        return within(start(), slot, row, length);
    }

    /** After the last selected character of a row; {@link #from} if none is. */
    public int to(int slot, int row, int length) {
        return within(end(), slot, row, length);
    }

    private static int within(Caret caret, int slot, int row, int length) {
        int before = new Caret(slot, row, 0).compareTo(new Caret(caret.slot(), caret.row(), 0));
        if (before == 0) {
            return Math.min(caret.offset(), length);
        }
        return before < 0 ? length : 0;
    }

    /** Whether it touches this slot or one after it. */
    public boolean reaches(int slot) {
        return end().slot() >= slot;
    }
}
