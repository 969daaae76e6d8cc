package app.prosa.desktop.transcript.rows;

import app.prosa.settings.Texts;
import java.text.NumberFormat;
import java.time.Duration;

/** Durations for people: {@code 0.8 s}, {@code 12 s}, {@code 2 min 5 s}. */
final class Durations {
    private static final int SHORT = 10_000;

    private Durations() {}

    static String text(Duration duration, Texts texts) {
        if (duration.toMinutes() > 0) {
            return texts.get("transcript.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMaximumFractionDigits(duration.toMillis() < SHORT ? 1 : 0);
        return texts.get("transcript.seconds", format.format(duration.toMillis() / 1000.0));
    }
}
