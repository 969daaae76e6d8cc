package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Failure.Kind;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTextsTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_cause_has_a_sentence_in_both_languages(Kind kind) {
        for (Language language : new Language[] {Language.ENGLISH, Language.PORTUGUESE}) {
            String text = text(language, kind, 5);
            assertTrue(text.length() > 40 && text.endsWith("."), text);
            assertFalse(text.contains("{") || text.contains("''"), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, Wait a moment and try again.",
        "1, Try again in a second.",
        "30, Try again in 30 seconds."
    })
    void the_delay_is_said_where_it_is_known(int seconds, String end) {
        assertTrue(text(Language.ENGLISH, Kind.RATE_LIMITED, seconds).endsWith(end));
    }

    private static String text(Language language, Kind kind, int seconds) {
        String key = "failure." + kind.name().toLowerCase(Locale.ROOT);
        return Texts.in(language).get(key, "Acme", "acme-1", seconds);
    }
}
