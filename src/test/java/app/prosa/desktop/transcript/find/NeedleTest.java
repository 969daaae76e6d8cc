package app.prosa.desktop.transcript.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.Conversations;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {
    @ParameterizedTest
    @CsvSource({
        "acao, a ação começou, ação",
        "AÇÃO, a acao começou, acao",
        "comecou, 'a ação começou', 'começou'",
        "a\u00e7ao, 'x ac\u0327a\u0303o x', 'ac\u0327a\u0303o'",
        "strasse, die Straße, Straße",
        "σοφος, ΣΟΦΌΣ, ΣΟΦΌΣ",
        "it's, 'it’s so', it’s",
        "a-b, a–b, a–b",
        "soft, 'so\u00adft', 'so\u00adft'",
        "한글, '우리 한글', 한글",
        "مرحبا, مَرْحَبًا, مَرْحَبًا",
        "👩‍🚀, 'an 👩‍🚀 flies', '👩‍🚀'"
    })
    void case_accents_and_niceties_make_no_difference(String typed, String text, String found) {
        List<Range> ranges = Needle.of(typed).orElseThrow().in(text);
        assertEquals(1, ranges.size());
        assertEquals(found, text.substring(ranges.getFirst().from(), ranges.getFirst().to()));
    }

    @Test
    void hits_do_not_overlap_and_stand_where_they_are() {
        assertEquals(
                List.of(new Range(1, 3), new Range(3, 5)),
                Needle.of("aa").orElseThrow().in("éaaaaá".substring(0, 5)));
        assertEquals(
                List.of(new Range(0, 1), new Range(2, 3)), Needle.of("e").orElseThrow().in("é e"));
    }

    @Test
    void a_line_break_is_a_space() {
        assertEquals(1, Needle.of("one two").orElseThrow().in("one\ntwo").size());
        assertEquals(1, Needle.of("one two").orElseThrow().in("one\u00a0two").size());
    }

    @Test
    void nothing_and_blanks_are_nothing_to_look_for() {
        assertTrue(Needle.of("").isEmpty());
        assertTrue(Needle.of(" \t").isEmpty());
        assertTrue(Needle.of("\u0301").isEmpty());
    }

    @Test
    void what_is_read_is_found_and_not_how_it_is_written() {
        Message message =
                Conversations.message(
                        0,
                        Author.ASSISTANT,
                        "**co**ração and [there](https://example.org/secret) &eacute;\n\n"
                                + "```java\nint coracao;\n```\n\n|a|b|\n|-|-|\n|x|coração|");
        assertEquals(3, count("coracao", message));
        assertEquals(0, count("secret", message));
        assertEquals(0, count("**", message));
        assertEquals(1, count("there é", message));
    }

    private static int count(String typed, Message message) {
        Needle needle = Needle.of(typed).orElseThrow();
        int count = needle.in(MessageLines.of(message)).size();
        assertEquals(count, needle.count(MessageLines.of(message)));
        assertTrue(count == 0 || needle.canBeIn(message), "ruled out too soon");
        return count;
    }

    @Test
    void most_messages_without_it_are_not_even_cut_into_lines() {
        Message message = Conversations.message(0, Author.USER, "Some *words* and more.");
        assertFalse(Needle.of("other words").orElseThrow().canBeIn(message));
        assertTrue(Needle.of("WORDS and").orElseThrow().canBeIn(message));
        assertTrue(Needle.of("->").orElseThrow().canBeIn(message), "no letters to go by");
    }
}
