package app.prosa.desktop.transcript.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Selection DOWN = new Selection(new Caret(1, 2, 3), new Caret(4, 0, 5));

    @Test
    void a_row_is_selected_from_where_to_where_the_selection_says() {
        assertEquals(3, DOWN.from(1, 2, 10));
        assertEquals(10, DOWN.to(1, 2, 10));
        assertEquals(0, DOWN.from(3, 7, 8));
        assertEquals(8, DOWN.to(3, 7, 8));
        assertEquals(0, DOWN.from(4, 0, 9));
        assertEquals(5, DOWN.to(4, 0, 9));
    }

    @Test
    void rows_outside_have_nothing_selected() {
        assertEquals(DOWN.from(1, 1, 9), DOWN.to(1, 1, 9));
        assertEquals(DOWN.from(4, 1, 9), DOWN.to(4, 1, 9));
        assertEquals(DOWN.from(0, 9, 9), DOWN.to(0, 9, 9));
    }

    @Test
    void the_direction_does_not_matter() {
        Selection up = new Selection(new Caret(4, 0, 5), new Caret(1, 2, 3));
        assertEquals(DOWN.start(), up.start());
        assertEquals(DOWN.end(), up.end());
    }

    @Test
    void dragging_by_words_keeps_the_first_word_selected() {
        Selection word = new Selection(new Caret(2, 0, 10), new Caret(2, 0, 14));
        Selection before = new Selection(new Caret(2, 0, 0), new Caret(2, 0, 4));
        Selection after = new Selection(new Caret(3, 1, 0), new Caret(3, 1, 6));
        assertEquals(new Caret(2, 0, 14), word.extendedTo(before).end());
        assertEquals(new Caret(2, 0, 0), word.extendedTo(before).caret());
        assertEquals(new Caret(2, 0, 10), word.extendedTo(after).start());
        assertEquals(new Caret(3, 1, 6), word.extendedTo(after).caret());
    }

    @Test
    void a_row_that_became_shorter_is_selected_to_its_end() {
        assertEquals(2, DOWN.from(1, 2, 2));
        assertTrue(new Selection(new Caret(0, 0, 1), new Caret(0, 0, 1)).isEmpty());
    }
}
