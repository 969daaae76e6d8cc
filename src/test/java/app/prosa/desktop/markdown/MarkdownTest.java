package app.prosa.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static List<Block> parse(String text) {
        return Markdown.parse(text, LineBreaks.JOINED);
    }

    private static RichText paragraph(String text) {
        return assertInstanceOf(Block.Paragraph.class, parse(text).getFirst()).text();
    }

    @Test
    void marks_nest_and_flatten_into_spans_without_gaps() {
        RichText text = paragraph("a **b *c* ~~d~~** `e`");
        assertEquals("a b c d e", text.text());
        assertEquals(Set.of(), text.spanAt(0).orElseThrow().marks());
        assertEquals(Set.of(Mark.BOLD, Mark.ITALIC), text.spanAt(4).orElseThrow().marks());
        assertEquals(Set.of(Mark.BOLD, Mark.STRIKE), text.spanAt(6).orElseThrow().marks());
        assertEquals(Set.of(Mark.CODE), text.spanAt(8).orElseThrow().marks());
        int at = 0;
        for (Span span : text.spans()) {
            assertEquals(at, span.start());
            at = span.end();
        }
        assertEquals(text.length(), at);
    }

    @Test
    void only_web_and_mail_links_can_be_followed() {
        assertEquals("https://a.b/c", paragraph("[x](https://a.b/c)").spans().getFirst().target());
        assertEquals("mailto:a@b.c", paragraph("<a@b.c>").spans().getFirst().target());
        assertEquals("https://a.b", paragraph("https://a.b").spans().getFirst().target());
        for (String bad :
                List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x")) {
            RichText text = paragraph("[x](" + bad + ")");
            assertEquals("x", text.text());
            assertNull(text.spans().getFirst().target());
        }
    }

    @Test
    void html_is_shown_as_it_was_written() {
        assertEquals("<b>x</b>", paragraph("<b>x</b>").text());
        assertEquals("<script>alert(1)</script>", paragraph("<script>alert(1)</script>").text());
        assertEquals("a\nb", paragraph("a<br>b").text());
    }

    @Test
    void newlines_are_kept_where_people_type() {
        assertEquals("a b", paragraph("a\nb").text());
        Block kept = Markdown.parse("a\nb", LineBreaks.KEPT).getFirst();
        assertEquals(new Block.Paragraph(RichText.plain("a\nb")), kept);
    }

    @Test
    void items_with_boxes_are_tasks() {
        Block.Items list = (Block.Items) parse("- [ ] a\n- [x] b\n- [c](https://d.e)").getFirst();
        assertEquals(
                List.of(Block.Box.OPEN, Block.Box.DONE, Block.Box.NONE),
                list.items().stream().map(Block.Item::box).toList());
        assertEquals(
                new Block.Paragraph(RichText.plain("a")),
                list.items().getFirst().blocks().getFirst());
        assertEquals(OptionalInt.of(7), ((Block.Items) parse("7. a\n8. b").getFirst()).first());
    }

    @Test
    void tables_know_their_columns() {
        Block.Table table = (Block.Table) parse("|a|b|\n|:-:|-:|\n|1|2|\n|3|").getFirst();
        assertEquals(List.of(Block.Align.CENTER, Block.Align.RIGHT), table.columns());
        assertEquals(2, table.rows().size());
        assertEquals(2, table.rows().get(1).size());
    }

    @Test
    void code_keeps_its_text_and_language() {
        assertEquals(
                new Block.Code("java", "int a;\n\nint b;"),
                parse("```Java title=x\nint a;\n\nint b;\n```").getFirst());
        assertEquals(new Block.Code("", "open"), parse("```\nopen").getFirst());
    }
}
