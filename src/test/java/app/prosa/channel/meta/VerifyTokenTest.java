package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTokenTest {
    private static final VerifyToken TOKEN = new VerifyToken("café com açúcar");

    @Test
    void who_knows_the_token_gets_the_word_back() {
        assertEquals(
                Optional.of("1158201444"),
                TOKEN.answer("subscribe", "café com açúcar", "1158201444"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "café com açucar", "café com açúcar ", "CAFÉ COM AÇÚCAR", "\uD800"})
    void who_does_not_know_it_gets_nothing(String token) {
        assertEquals(Optional.empty(), TOKEN.answer("subscribe", token, "1158201444"));
    }

    @Test
    void what_is_missing_is_not_known() {
        assertEquals(Optional.empty(), TOKEN.answer(null, "café com açúcar", "1"));
        assertEquals(Optional.empty(), TOKEN.answer("subscribe", null, "1"));
        assertEquals(Optional.empty(), TOKEN.answer("subscribe", "café com açúcar", null));
        assertEquals(Optional.empty(), TOKEN.answer("unsubscribe", "café com açúcar", "1"));
    }

    @Test
    void a_word_that_could_be_markup_or_has_no_end_is_not_repeated() {
        for (String word :
                List.of(
                        "",
                        "<script>alert(1)</script>",
                        "1&2",
                        "a b",
                        "1\n",
                        "1\r\nSet-Cookie: x",
                        "é",
                        "٣",
                        "1".repeat(201))) {
            assertEquals(
                    Optional.empty(), TOKEN.answer("subscribe", "café com açúcar", word), word);
        }
        String longest = "1".repeat(200);
        assertEquals(Optional.of(longest), TOKEN.answer("subscribe", "café com açúcar", longest));
    }

    @Test
    void the_token_is_never_shown_and_never_blank() {
        assertEquals("VerifyToken", TOKEN.toString());
        assertThrows(IllegalArgumentException.class, () -> new VerifyToken(" "));
    }
}
