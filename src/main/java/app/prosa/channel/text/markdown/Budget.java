package app.prosa.channel.text.markdown;

/**
 * How much may be said more than once. A short source can ask for the same long address or the same
 * long table header thousands of times; the whole stays within a few times the source.
 */
final class Budget {
    private long left;

    private Budget(long left) {
        this.left = left;
    }

    static Budget forSource(String source) {
        return new Budget(20_000 + 4L * source.length());
    }

    /** Whether there was so much left; if so, it is spent. */
    boolean spend(long characters) {
        if (characters > left) {
            return false;
        }
        left -= characters;
        return true;
    }
}
