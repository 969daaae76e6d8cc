package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void a_title_is_the_first_line_that_says_something() {
        assertEquals("Olá, tudo bem?", Excerpt.title("\n \n  Olá,   tudo bem? \nSegunda linha"));
    }

    @Test
    void marks_of_markdown_are_left_out() {
        assertEquals("A plan for May", Excerpt.title("## **A plan** for `May`"));
        assertEquals("see the docs", Excerpt.title("> - see [the docs](https://example.org)"));
        assertEquals("int x = 1;", Excerpt.title("```java\nint x = 1;\n```"));
    }

    @Test
    void names_and_sums_keep_their_underscores_and_asterisks() {
        assertEquals("snake_case_name = 2*3*4", Excerpt.title("snake_case_name = 2*3*4"));
    }

    @Test
    void a_long_title_ends_at_a_word() {
        String title = Excerpt.title("word ".repeat(40));
        assertTrue(title.length() <= Excerpt.MAX_TITLE);
        assertTrue(title.endsWith("word…"), title);
    }

    @Test
    void a_title_without_spaces_is_cut_where_it_must_be() {
        assertEquals("x".repeat(59) + "…", Excerpt.title("x".repeat(500)));
    }

    @Test
    void a_text_of_marks_alone_gives_no_title() {
        assertEquals("", Excerpt.title(" \n```\n```\n"));
        assertEquals("", Excerpt.title(""));
    }

    @Test
    void a_preview_is_one_line() {
        assertEquals("Sure! Here: one two", Excerpt.preview("**Sure!** Here:\n\n- one\n-\ttwo\n"));
    }

    @Test
    void a_pair_of_surrogates_is_never_split() {
        String preview = Excerpt.preview("x" + "😀".repeat(200));
        assertEquals(Excerpt.MAX_PREVIEW - 1, preview.length());
        assertFalse(Character.isHighSurrogate(preview.charAt(preview.length() - 1)));
        assertEquals("x" + "😀".repeat(29), Excerpt.title("x" + "😀".repeat(200)).replace("…", ""));
    }

    @Test
    void a_bomb_of_marks_comes_to_an_end() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    Excerpt.title("> ".repeat(500_000));
                    Excerpt.preview("[".repeat(500_000) + "*".repeat(500_000));
                    Excerpt.preview("**a".repeat(300_000));
                });
    }
}
