package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextUnitsTest {

    @Test
    void an_emoji_of_many_code_points_is_never_split() {
        String text = "a👩‍👩‍👧‍👦b";
        int end = text.length() - 1;
        for (int offset = 2; offset < end; offset++) {
            int between = TextUnits.between(text, offset);
            assertEquals(between <= 6 && offset <= 6 ? 1 : end, between);
        }
        assertEquals(0, TextUnits.between(text, 0));
        assertEquals(1, TextUnits.between(text, 1));
        assertEquals(end + 1, TextUnits.between(text, end + 1));
    }

    @Test
    void words_and_lines_have_their_bounds() {
        String text = "one two\nthree";
        assertEquals(new TextUnits.Range(4, 7), TextUnits.word(text, 5));
        assertEquals(new TextUnits.Range(0, 3), TextUnits.word(text, 0));
        assertEquals(new TextUnits.Range(8, 13), TextUnits.word(text, 13));
        assertEquals(new TextUnits.Range(0, 7), TextUnits.line(text, 4));
        assertEquals(new TextUnits.Range(8, 13), TextUnits.line(text, 10));
        assertEquals(new TextUnits.Range(0, 0), TextUnits.word("", 0));
    }
}
