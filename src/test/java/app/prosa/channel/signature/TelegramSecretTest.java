package app.prosa.channel.signature;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramSecretTest {
    private static final String TOKEN = "aZ09_-aZ09_-aZ09_-aZ09";
    private static final TelegramSecret TELEGRAM = new TelegramSecret(TOKEN);

    @Test
    void only_the_same_token_is_taken() {
        assertTrue(TELEGRAM.verify(TOKEN));
        BitFlips.of(TOKEN).forEach(header -> assertFalse(TELEGRAM.verify(header)));
        List.of("", TOKEN + " ", TOKEN.substring(1), "\uD800")
                .forEach(header -> assertFalse(TELEGRAM.verify(header)));
        assertFalse(TELEGRAM.verify(null));
    }

    @Test
    void the_token_is_one_that_telegram_takes_and_is_never_shown() {
        assertTrue(new TelegramSecret("a".repeat(256)).verify("a".repeat(256)));
        for (String bad : List.of("", " ", "a b", "é", "a".repeat(257), "a\n")) {
            assertThrows(IllegalArgumentException.class, () -> new TelegramSecret(bad));
        }
        assertFalse(TELEGRAM.toString().contains(TOKEN));
    }
}
