package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.Block;

/** What stands at the left of a line, from the outside inwards. */
public sealed interface Edge {

    /**
     * The bar of a quote.
     *
     * @param first the quote begins with this line
     */
    record Bar(boolean first) implements Edge {}

    /**
     * The indent of a list.
     *
     * @param marker such as {@code •} or {@code 12.}; empty on all lines of an item but the first
     * @param box the task's box on the first line, in the marker's place
     * @param widest characters of the longest marker in the list
     */
    record Indent(String marker, Block.Box box, int widest) implements Edge {}
}
