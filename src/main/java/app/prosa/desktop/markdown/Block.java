package app.prosa.desktop.markdown;

import java.util.List;
import java.util.OptionalInt;

/**
 * A block of a message. HTML is not a block of its own: it is a paragraph that shows its source.
 */
public sealed interface Block {

    record Paragraph(RichText text) implements Block {}

    /**
     * @param level 1 to 6
     */
    record Heading(int level, RichText text) implements Block {}

    /**
     * A code block.
     *
     * @param language the first word after the fence, in lower case, or empty
     * @param code without the newline at its end
     */
    record Code(String language, String code) implements Block {}

    record Quote(List<Block> blocks) implements Block {}

    /**
     * A list.
     *
     * @param first the number of its first item, or empty for bullets
     * @param tight its items stand close together
     */
    record Items(OptionalInt first, boolean tight, List<Item> items) implements Block {}

    /** A table; every row has as many cells as there are columns. */
    record Table(List<Align> columns, List<RichText> header, List<List<RichText>> rows)
            implements Block {}

    /** A line across. */
    record Rule() implements Block {}

    /** An item of a list. */
    record Item(Box box, List<Block> blocks) {}

    /** The box of a task. */
    enum Box {
        NONE,
        OPEN,
        DONE
    }

    /** Of a column. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }
}
