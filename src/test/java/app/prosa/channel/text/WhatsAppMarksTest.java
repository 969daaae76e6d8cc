package app.prosa.channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WhatsApp has no escape; see {@code Lookalikes}. */
class WhatsAppMarksTest {

    private static String whatsApp(String markdown) {
        return Rendering.of(markdown, Style.WHATSAPP).getFirst().markup();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 * 4",
                "snake_case_name",
                "~10 a ~20",
                "R$ 30*, e mais nada",
                "5* hotel, *only today",
                "62070503***6304ABCD",
                "3 o'clock",
                "https://x.example/a_b_c"
            })
    void what_would_format_nothing_stays(String text) {
        assertEquals(text, whatsApp(text.replace("*", "\\*").replace("~", "\\~")));
    }

    @ParameterizedTest
    @CsvSource({
        "\\*a\\*, ∗a∗",
        "\\_\\_init\\_\\_, ＿＿init＿＿",
        "\\~a b\\~, ∼a b∼",
        "\\`a\\`, ‵a‵",
        "(\\*a) **b**, (∗a) *b*",
        "**a\\* b**, *a∗ b*",
        "\\> a, › a"
    })
    void what_would_format_is_replaced_by_what_looks_alike(String markdown, String shown) {
        assertEquals(shown, whatsApp(markdown));
    }

    @Test
    void emphasis_is_left_out_where_it_would_show_as_asterisks() {
        assertEquals("unbelievable", whatsApp("un**believ**able"));
        assertEquals("重要です", whatsApp("**重要**です"));
    }

    @Test
    void marks_stand_next_to_what_they_mark() {
        assertEquals("_a_ `b` _c_", whatsApp("*a `b` c*"));
        assertEquals("*a*\n*b*", whatsApp("**a<br>b**"));
        assertEquals("_a *b* c_", whatsApp("*a **b** c*"));
    }

    @Test
    void accents_end_neither_code_nor_its_blocks() {
        assertEquals("`a‵b`", whatsApp("`` a`b ``"));
        assertEquals("```‵a`` ``‵ b‵```", whatsApp("~~~\n`a`` ``` b`\n~~~"));
    }

    @Test
    void addresses_are_never_changed() {
        assertEquals(
                "*a* https://x.example/*b*_c_ d", whatsApp("**a** <https://x.example/*b*_c_> d"));
    }
}
