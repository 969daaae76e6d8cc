package app.prosa.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StreamingMarkdownTest {
    private static final List<String> PIECES =
            List.of(
                    "para\n",
                    "\n",
                    "- item\n",
                    "  - inner\n",
                    "1. one\n",
                    "> quote\n",
                    "# head\n",
                    "#",
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
                    "***\n",
                    "**bold",
                    "**",
                    "*",
                    "`",
                    "<div>\n",
                    "</div>\n",
                    "text ",
                    "text",
                    " ",
                    "-",
                    "\t",
                    "[x](http://a.b)",
                    "![i](c)",
                    "1.",
                    "+ ",
                    ">",
                    "\n\n",
                    "a@b.c ",
                    "``` x`y\n");

    @RepeatedTest(300)
    void at_any_time_it_is_what_a_parse_of_the_whole_gives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder document = new StringBuilder();
        int pieces = 1 + random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            document.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        streamsTo(document.toString(), random);
    }

    private static void streamsTo(String text, Random random) {
        StreamingMarkdown stream = new StreamingMarkdown(LineBreaks.JOINED);
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            List<Block> blocks = stream.append(text.substring(at, end));
            String sofar = text.substring(0, end);
            assertEquals(
                    Markdown.parse(sofar, LineBreaks.JOINED), blocks, () -> "after:\n" + sofar);
            at = end;
        }
        assertEquals(Markdown.parse(text, LineBreaks.JOINED), stream.finish());
    }

    @Test
    void blocks_that_are_settled_are_kept_as_they_are() {
        StreamingMarkdown stream = new StreamingMarkdown(LineBreaks.JOINED);
        Block first = stream.append("one\n\ntwo\n\nthr").getFirst();
        assertEquals(
                System.identityHashCode(first),
                System.identityHashCode(stream.append("ee\n\nfour").getFirst()));
    }

    @Test
    void a_link_defined_after_its_use_works_in_the_end() {
        StreamingMarkdown stream = new StreamingMarkdown(LineBreaks.JOINED);
        stream.append("see [a]\n\nmore\n\n");
        stream.append("[a]: http://b.c\n");
        Block.Paragraph first = (Block.Paragraph) stream.finish().getFirst();
        assertEquals("http://b.c", first.text().spanAt(4).orElseThrow().target());
    }
}
