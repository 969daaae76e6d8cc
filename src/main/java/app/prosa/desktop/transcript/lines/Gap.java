package app.prosa.desktop.transcript.lines;

/** The distance from one line to the next. */
public enum Gap {
    NONE(0, ""),
    /** Between the items of a tight list. */
    TIGHT(0.3, "\n"),
    BLOCK(0.8, "\n\n"),
    HEADING(1.4, "\n\n"),
    /** A line of code or of a table follows its neighbour. */
    NEXT(0, "\n");

    private final double em;
    private final String plain;

    Gap(double em, String plain) {
        this.em = em;
        this.plain = plain;
    }

    /** On the screen, in em. */
    public double em() {
        return em;
    }

    /** In plain text. */
    public String plain() {
        return plain;
    }
}
