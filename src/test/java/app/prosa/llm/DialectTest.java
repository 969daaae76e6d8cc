package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.llm.Dialect.TokenLimit;
import app.prosa.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    @ParameterizedTest
    @CsvSource({
        "OPENAI, gpt-4.1, true, MAX_COMPLETION_TOKENS",
        "OPENAI, o3-mini, false, MAX_COMPLETION_TOKENS",
        "OPENAI, gpt-5-mini, false, MAX_COMPLETION_TOKENS",
        "OPENAI, gpt-5-chat-latest, true, MAX_COMPLETION_TOKENS",
        "AZURE, my-deployment, true, MAX_COMPLETION_TOKENS",
        "OPENROUTER, o3, true, MAX_TOKENS",
        "OLLAMA, llama3, true, MAX_TOKENS"
    })
    void it_starts_with_what_is_known(
            Preset preset, String model, boolean temperature, TokenLimit limit) {
        assertEquals(
                new Dialect(true, temperature, limit, Dialect.Pictures.SHOWN),
                Dialect.of(preset, model));
    }

    @Test
    void it_gives_up_one_thing_after_the_other_and_then_itself() {
        Dialect first = Dialect.of(Preset.CUSTOM, "m");
        String said = "temperature, max_tokens, max_completion_tokens";

        Dialect second = first.afterRefusal(said, first).orElseThrow();
        assertFalse(second.temperature());
        Dialect third = second.afterRefusal(said, first).orElseThrow();
        assertEquals(TokenLimit.MAX_COMPLETION_TOKENS, third.tokenLimit());
        Dialect fourth = third.afterRefusal(said, first).orElseThrow();
        assertFalse(fourth.usage());
        assertTrue(fourth.afterRefusal(said, first).isEmpty());
    }
}
