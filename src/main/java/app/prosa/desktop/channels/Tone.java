package app.prosa.desktop.channels;

/** How something is meant, besides its words. */
public enum Tone {
    /** Nothing is asked of anybody. */
    QUIET(""),
    GOOD("on"),
    /** It is under way, or waits for somebody. */
    WAITING("busy"),
    BAD("failed");

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Empty where there is nothing to colour. */
    public String styleClass() {
        return styleClass;
    }
}
