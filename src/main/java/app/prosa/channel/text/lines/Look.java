package app.prosa.channel.text.lines;

import java.util.ArrayList;
import java.util.List;

/** How a run looks, beside being text. A run has its looks from the outermost to the innermost. */
public sealed interface Look {

    enum Mark implements Look {
        BOLD,
        ITALIC,
        STRIKE,
        /** Code within a line of text. */
        CODE
    }

    /** A link to http or https: what every platform that has links can follow. */
    record Link(String url) implements Look {}

    /** The looks with one more inside; twice bold is bold. */
    static List<Look> with(List<Look> looks, Look more) {
        if (looks.contains(more)) {
            return looks;
        }
        List<Look> all = new ArrayList<>(looks);
        all.add(more);
        return List.copyOf(all);
    }
}
