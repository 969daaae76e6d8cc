package app.prosa.desktop.transcript.layout;

import java.util.Comparator;

/**
 * A place in the text of a transcript.
 *
 * @param offset in the text of the row, in UTF-16 units
 */
public record Caret(int slot, int row, int offset) implements Comparable<Caret> {
    private static final Comparator<Caret> ORDER =
            Comparator.comparingInt(Caret::slot)
                    .thenComparingInt(Caret::row)
                    .thenComparingInt(Caret::offset);

    @Override
    public int compareTo(Caret other) {
        return ORDER.compare(this, other);
    }
}
