package app.prosa.channel.text;

import app.prosa.channel.text.lines.Line;

/** Finds how much of a line still fits into a draft. */
final class Cutter {
    private final Draft draft;
    private final Line line;
    private final int most;
    private final Cuts cuts;

    /**
     * @param line one that does not fit as a whole
     */
    Cutter(Draft draft, Line line, int limit) {
        this.draft = draft;
        this.line = line;
        this.most = most(limit);
        this.cuts = new Cuts(line, most);
    }

    /** The longest beginning that fits, by halving: what fits grows with the text, or nearly. */
    private int most(int limit) {
        int fits = 0;
        int tooLong = limit + 1;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (draft.sizeWith(line.head(middle)) >= 0) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits;
    }

    /**
     * The last place of this kind at which the draft takes the head of the line.
     *
     * @param least the size that the draft must have with it
     * @return 0 if there is none
     */
    int last(Cuts.Kind kind, int least) {
        for (int at = cuts.last(kind, most); at > 0; at = cuts.last(kind, at - 1)) {
            int size = draft.sizeWith(line.head(at));
            if (size >= 0) {
                return size >= least ? at : 0;
            }
        }
        return 0;
    }
}
