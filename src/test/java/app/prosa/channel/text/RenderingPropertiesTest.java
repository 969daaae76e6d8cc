package app.prosa.channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.text.lines.VisibleText;
import app.prosa.channel.text.markup.Dialect;
import app.prosa.channel.text.markup.Format;
import app.prosa.channel.text.markup.PlainText;
import app.prosa.channel.text.markup.TelegramHtml;
import app.prosa.channel.text.markup.Unit;
import app.prosa.channel.text.markup.WhatsAppMarkup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every text: tried with texts made by chance and with limits that are small. */
class RenderingPropertiesTest {
    private static final int ROUNDS = 400;
    private static final int NO_LIMIT = 100_000_000;
    private static final Pattern TARGET = Pattern.compile("\\(https?://[^\\s()]+\\)");
    private static final List<String> SOUP =
            List.of(
                    "para\n",
                    "\n",
                    "- item\n",
                    "  - inner\n",
                    "1. one\n",
                    "> quote\n",
                    "# head\n",
                    "##x\n",
                    "```java\n",
                    "```\n",
                    "~~~\n",
                    "    code\n",
                    "|a|b|\n",
                    "|-|-|\n",
                    "|1|2|\n",
                    "---\n",
                    "===\n",
                    "**bold",
                    "**",
                    "*",
                    "_",
                    "~~",
                    "`",
                    "<div>\n",
                    "</div>\n",
                    "<br>",
                    "text ",
                    "text",
                    " ",
                    "-",
                    "\t",
                    "[x](http://a.example)",
                    "![i](c)",
                    "1.",
                    "+ ",
                    ">",
                    "\n\n",
                    " m@a.example ",
                    "``` x`y\n",
                    "é",
                    "👩‍👧",
                    "\u200B",
                    "\uD83D",
                    "\uDC00",
                    "\u0000",
                    "\u202E",
                    "\\",
                    "&amp;",
                    "&#xD800;",
                    "[a]: http://b.example\n",
                    "[a]",
                    "[]()",
                    "![]()",
                    "- [ ] ",
                    "- [x] done\n");

    private final Random random = new Random();

    @RepeatedTest(ROUNDS)
    void parts_of_a_made_text_are_whole(RepetitionInfo repetition) {
        random.setSeed(repetition.getCurrentRepetition());
        RandomMarkdown.Text text = RandomMarkdown.of(random.nextLong(), 1 + random.nextInt(12));
        check(text.markdown());
        Format whole = new Format(new PlainText(), NO_LIMIT, Unit.UTF_16);
        List<String> missing = new ArrayList<>(text.words());
        missing.removeAll(found(RandomMarkdown.WORD, whole(text.markdown(), whole)));
        assertEquals(List.of(), missing, text.markdown());
    }

    @RepeatedTest(ROUNDS)
    void parts_of_a_heap_of_marks_are_whole(RepetitionInfo repetition) {
        random.setSeed(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i >= 0; i--) {
            text.append(SOUP.get(random.nextInt(SOUP.size())));
        }
        check(text.toString());
    }

    private void check(String markdown) {
        for (Dialect dialect : List.of(new TelegramHtml(), new WhatsAppMarkup(), new PlainText())) {
            Unit unit = random.nextBoolean() ? Unit.UTF_16 : Unit.UTF_8;
            Format format = new Format(dialect, 300 + random.nextInt(400), unit);
            List<Part> parts = Rendering.of(markdown, format);
            parts.forEach(part -> check(part, format));
            nothingIsLost(markdown, parts, format);
        }
    }

    private static void check(Part part, Format format) {
        String counted =
                format.dialect() instanceof TelegramHtml
                        ? TelegramReader.visible(part.markup())
                        : part.markup();
        for (String text : List.of(counted, part.plain())) {
            assertTrue(size(text, format.unit()) <= format.limit(), text);
            assertFalse(VisibleText.isBlank(text));
            assertEquals(text, VisibleText.clean(text));
        }
        saysTheSame(part, format);
    }

    private static int size(String text, Unit unit) {
        return unit == Unit.UTF_16 ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void saysTheSame(Part part, Format format) {
        switch (format.dialect()) {
            case PlainText _ -> assertEquals(part.plain(), part.markup());
            case TelegramHtml _ -> {
                String visible = TelegramReader.visible(part.markup());
                assertEquals(withoutTargets(part.plain()), withoutTargets(visible));
            }
            case WhatsAppMarkup _ -> {
                for (IntPredicate isWord :
                        List.<IntPredicate>of(
                                Character::isLetterOrDigit, RenderingPropertiesTest::isAscii)) {
                    String visible = new WhatsAppReader(isWord).visible(part.markup());
                    assertEquals(bulleted(part.plain()), bulleted(visible), part.markup());
                }
            }
        }
    }

    private static boolean isAscii(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static String withoutTargets(String text) {
        return Squeezed.of(TARGET.matcher(text).replaceAll(""));
    }

    private static String bulleted(String text) {
        return Squeezed.of(text.replace('•', '-'));
    }

    private static void nothingIsLost(String markdown, List<Part> parts, Format format) {
        String whole = whole(markdown, new Format(format.dialect(), NO_LIMIT, format.unit()));
        List<String> plain = parts.stream().map(Part::plain).toList();
        assertEquals(Squeezed.of(whole), Squeezed.of(plain));
        List<String> addresses = new ArrayList<>();
        plain.forEach(text -> addresses.addAll(found("https?://[^\\s()]+", text)));
        assertEquals(found("https?://[^\\s()]+", whole), addresses);
    }

    private static String whole(String markdown, Format format) {
        List<Part> parts = Rendering.of(markdown, format);
        assertTrue(parts.size() <= 1);
        return parts.isEmpty() ? "" : parts.getFirst().plain();
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
