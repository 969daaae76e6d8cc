package app.prosa.desktop.settings;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number that was typed into a field that may be empty.
 *
 * @param <N> the kind of number
 */
sealed interface Entry<N extends Number> {
    /** Nothing: the provider's own default holds. */
    record Blank<N extends Number>() implements Entry<N> {}

    record Given<N extends Number>(N value) implements Entry<N> {}

    /** No number, or one outside the range. */
    record Unusable<N extends Number>() implements Entry<N> {}

    Pattern WHOLE = Pattern.compile("\\d{1,9}");
    Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");

    static Entry<Integer> whole(String typed, int from, int to) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Blank<>();
        }
        if (!WHOLE.matcher(text).matches()) {
            return new Unusable<>();
        }
        int value = Integer.parseInt(text);
        return value < from || value > to ? new Unusable<>() : new Given<>(value);
    }

    /** With a point or a comma: people type what their keyboard has. */
    static Entry<Double> decimal(String typed, double from, double to) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Blank<>();
        }
        if (!DECIMAL.matcher(text).matches()) {
            return new Unusable<>();
        }
        double value = new BigDecimal(text.replace(',', '.')).doubleValue();
        return value < from || value > to ? new Unusable<>() : new Given<>(value);
    }
}
