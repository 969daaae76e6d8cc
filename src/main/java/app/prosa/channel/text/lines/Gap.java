package app.prosa.channel.text.lines;

/** What lies between a line and the one before it. */
public enum Gap {
    LINE("\n"),
    PARAGRAPH("\n\n"),
    /**
     * After what announces the next: a heading, or words that end in a colon. They would rather not
     * be left alone at the end of a part.
     */
    ANNOUNCED("\n\n");

    private final String newlines;

    Gap(String newlines) {
        this.newlines = newlines;
    }

    public String newlines() {
        return newlines;
    }
}
