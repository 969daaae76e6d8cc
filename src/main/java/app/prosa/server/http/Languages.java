package app.prosa.server.http;

import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import org.jspecify.annotations.Nullable;

/** The language of an answer's sentences, by {@code Accept-Language} (RFC 9110, section 12.5.4). */
public final class Languages {
    private final Texts english = Texts.in(Language.ENGLISH);
    private final Texts portuguese = Texts.in(Language.PORTUGUESE);

    /** Portuguese without the header, as the first clients of this contract expect. */
    Texts of(@Nullable String accepted) {
        return accepted == null || prefersPortuguese(accepted) ? portuguese : english;
    }

    private static boolean prefersPortuguese(String accepted) {
        double bestEnglish = 0;
        double bestPortuguese = 0;
        for (String range : accepted.split(",", -1)) {
            String tag = range.strip();
            double weight = weight(tag);
            if (tag.startsWith("*") || is(tag, "pt")) {
                bestPortuguese = Math.max(bestPortuguese, weight);
            } else if (is(tag, "en")) {
                bestEnglish = Math.max(bestEnglish, weight);
            }
        }
        return bestPortuguese > bestEnglish;
    }

    private static boolean is(String tag, String language) {
        boolean begins = tag.regionMatches(true, 0, language, 0, language.length());
        return begins
                && (tag.length() == language.length()
                        || "-_;".indexOf(tag.charAt(language.length())) >= 0);
    }

    private static double weight(String tag) {
        int q = tag.indexOf("q=");
        try {
            return q < 0 ? 1 : Double.parseDouble(tag.substring(q + 2).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
