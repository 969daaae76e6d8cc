package app.prosa.channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.text.markup.Format;
import app.prosa.channel.text.markup.PlainText;
import app.prosa.channel.text.markup.TelegramHtml;
import app.prosa.channel.text.markup.Unit;
import app.prosa.channel.text.markup.WhatsAppMarkup;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SplittingTest {
    private static final Format PLAIN = new Format(new PlainText(), 300, Unit.UTF_16);
    private static final Format TELEGRAM = new Format(new TelegramHtml(), 300, Unit.UTF_16);
    private static final Format WHATSAPP = new Format(new WhatsAppMarkup(), 300, Unit.UTF_16);

    /** Parts of what a reader sees as one character, and some that are whole. */
    private static final List<String> CHARACTERS =
            List.of(
                    "👩\u200D👧",
                    "🇧🇷",
                    "👋🏽",
                    "e\u0301",
                    "気",
                    "ก็",
                    "नि",
                    "한",
                    "!",
                    ".",
                    " .",
                    "\uFE0F");

    private static List<String> plain(String markdown) {
        return Rendering.of(markdown, PLAIN).stream().map(Part::plain).toList();
    }

    private static List<String> markup(String markdown, Format format) {
        return Rendering.of(markdown, format).stream().map(Part::markup).toList();
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    @Test
    void parts_end_between_paragraphs_if_they_are_half_full_then() {
        String a = words(40);
        String b = words(30);
        assertEquals(List.of(a, b), plain(a + "\n\n" + b));
        assertEquals(List.of(a, "• x\n• " + b), plain(a + "\n\n- x\n- " + b));
    }

    @Test
    void otherwise_they_end_after_a_sentence_and_otherwise_after_a_word() {
        String sentence = words(20) + ". ";
        String text = "A " + sentence + "B " + sentence + "C " + sentence.strip();
        assertEquals(
                List.of(("A " + sentence + "B " + sentence).strip(), ("C " + sentence).strip()),
                plain(text));
        assertEquals(List.of(words(60), words(5)), plain(words(65)));
    }

    @Test
    void a_short_beginning_is_not_sent_alone_unless_the_rest_is_one_word() {
        List<String> parts = plain("Hi.\n\n" + words(100));
        assertTrue(parts.getFirst().startsWith("Hi.\n\nword"));
        assertEquals(
                List.of("Hi.", "x".repeat(300), "x".repeat(100)),
                plain("Hi.\n\n" + "x".repeat(400)));
    }

    @Test
    void a_sentence_that_leaves_a_part_nearly_empty_is_no_end() {
        assertTrue(
                plain("Hi. Ok.\n\nSo. Word " + words(100))
                        .getFirst()
                        .startsWith("Hi. Ok.\n\nSo. Word word"));
    }

    @Test
    void what_announces_something_stays_with_it() {
        String a = words(50);
        String b = words(30);
        assertEquals(List.of(a, "Title\n\n" + b), plain(a + "\n\n# Title\n\n" + b));
        assertEquals(List.of(a, "So:\n\n• " + b), plain(a + "\n\nSo:\n\n- " + b));
    }

    @Test
    void characters_stay_whole() {
        String family = "👩‍👩‍👧‍👦";
        String text = family.repeat(60);
        for (String part : plain(text)) {
            assertEquals(0, part.length() % family.length());
        }
        String flags = "🇧🇷".repeat(151);
        assertEquals(List.of("🇧🇷".repeat(75), "🇧🇷".repeat(75), "🇧🇷"), plain(flags));
        String accents = "e\u0301".repeat(200);
        assertEquals("e\u0301".repeat(150), plain(accents).getFirst());
    }

    @RepeatedTest(30)
    void no_part_begins_within_a_character(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        List<String> parts = plain(text.toString());
        for (int i = 1; i < parts.size(); i++) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(parts.get(i - 1) + parts.get(i));
            assertTrue(characters.isBoundary(parts.get(i - 1).length()), parts.get(i));
        }
    }

    @Test
    void a_character_larger_than_a_part_is_cut_between_code_points() {
        String zalgo = "a" + "\u0301".repeat(1_000);
        assertEquals(zalgo, String.join("", plain(zalgo)));
        String emoji = "👩\u200D".repeat(200);
        assertTrue(
                plain(emoji).stream().noneMatch(part -> Character.isLowSurrogate(part.charAt(0))));
    }

    @Test
    void addresses_stay_whole_and_with_their_words() {
        String address = "https://x.example/" + "y".repeat(80);
        assertEquals(
                List.of(words(45), address + " " + words(3)),
                plain(words(45) + " " + address + " " + words(3)));
        String last = "word link (" + address + ")";
        List<String> parts = plain(words(50) + " [" + words(1) + " link](" + address + ")");
        assertTrue(last.endsWith(parts.getLast()) && parts.getLast().contains("link (https"));
    }

    @Test
    void an_address_is_never_alone_behind_words_that_fill_a_part() {
        String words = "x".repeat(300);
        List<Part> parts = Rendering.of("[" + words + "](http://x.example)", TELEGRAM);
        assertEquals("x".repeat(299), TelegramReader.visible(parts.getFirst().markup()));
        assertEquals("x (http://x.example)", parts.getLast().plain());
    }

    @Test
    void an_address_that_no_part_can_hold_is_text() {
        String address = "https://x.example/" + "y".repeat(400);
        assertEquals(
                "a (" + address + ")",
                String.join(" ", plain("[a](" + address + ")")).replace("y y", "yy"));
        assertEquals(address, String.join("", markup("<" + address + ">", TELEGRAM)));
    }

    @Test
    void code_goes_on_as_code() {
        String line = "int a = b;\n".repeat(40);
        List<String> parts = markup("x\n\n```java\n" + line + "```\ny", TELEGRAM);
        assertEquals(2, parts.size());
        assertTrue(parts.getFirst().startsWith("x\n\n<pre><code class=\"language-java\">int a"));
        assertTrue(parts.getFirst().endsWith("int a = b;</code></pre>"));
        assertTrue(parts.getLast().startsWith("<pre><code class=\"language-java\">int a"));
        assertTrue(parts.getLast().endsWith("</code></pre>\n\ny"));
        for (String part : markup("```\n" + line + "```", WHATSAPP)) {
            assertTrue(part.startsWith("```int") && part.endsWith(";```"));
        }
    }

    @Test
    void lists_and_quotes_keep_their_marks() {
        List<String> parts = plain("1. a\n2. " + words(90));
        assertTrue(parts.getFirst().startsWith("1. a\n2. word"));
        assertTrue(parts.getLast().startsWith("   word"));
        markup("> " + words(90), TELEGRAM).forEach(SplittingTest::isQuote);
        markup("> " + words(90), WHATSAPP).forEach(part -> assertTrue(part.startsWith("> word")));
    }

    private static void isQuote(String part) {
        assertTrue(part.startsWith("<blockquote>w") && part.endsWith("d</blockquote>"), part);
    }

    @Test
    void emphasis_goes_on_in_the_next_part() {
        markup("**" + words(90) + "**", WHATSAPP)
                .forEach(part -> assertTrue(part.startsWith("*word") && part.endsWith("word*")));
        markup("[" + words(90) + "](http://x.example)", TELEGRAM)
                .forEach(part -> assertTrue(part.startsWith("<a href=\"http://x.example\">word")));
    }

    @Test
    void both_texts_of_a_part_are_within_the_limit() {
        String links = "[a](https://x.example/" + "y".repeat(60) + ") ";
        List<Part> parts = Rendering.of(links.repeat(20), TELEGRAM);
        assertEquals(7, parts.size());
        assertEquals(
                "a".repeat(20),
                parts.stream()
                        .map(part -> TelegramReader.visible(part.markup()).replace(" ", ""))
                        .collect(Collectors.joining()));
    }

    @Test
    void bytes_are_counted_where_bytes_count() {
        List<Part> parts = Rendering.of("é".repeat(1_200), Style.INSTAGRAM);
        assertEquals(List.of(500, 500, 200), parts.stream().map(p -> p.plain().length()).toList());
        assertEquals(
                4_096, Rendering.of("é".repeat(5_000), Style.WHATSAPP).getFirst().plain().length());
    }
}
