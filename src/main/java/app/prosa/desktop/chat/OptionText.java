package app.prosa.desktop.chat;

import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed into an option's field; blank means none. All throw {@link
 * NumberFormatException}.
 */
final class OptionText {
    private static final double MAX_TEMPERATURE = 2;

    private OptionText() {}

    /** 0 to 2, with a point or a comma. */
    static @Nullable Double temperature(String text) {
        if (text.isBlank()) {
            return null;
        }
        double value = Double.parseDouble(text.strip().replace(',', '.'));
        if (!(value >= 0 && value <= MAX_TEMPERATURE)) {
            throw new NumberFormatException("Not 0 to 2: " + value);
        }
        return value;
    }

    /** 1 to the largest. */
    static @Nullable Integer count(String text, int largest) {
        if (text.isBlank()) {
            return null;
        }
        int value = Integer.parseInt(text.strip());
        if (value < 1 || value > largest) {
            throw new NumberFormatException("Not 1 to " + largest + ": " + value);
        }
        return value;
    }
}
