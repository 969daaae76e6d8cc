package app.prosa.channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static String telegram(String markdown) {
        return one(markdown, Style.TELEGRAM).markup();
    }

    private static String whatsApp(String markdown) {
        return one(markdown, Style.WHATSAPP).markup();
    }

    private static String plain(String markdown) {
        return one(markdown, Style.MESSENGER).plain();
    }

    private static Part one(String markdown, Style style) {
        List<Part> parts = Rendering.of(markdown, style);
        assertEquals(1, parts.size());
        return parts.getFirst();
    }

    @Test
    void looks_become_the_marks_of_the_platform() {
        String text = "a **b** *c* ~~d~~ `e` ***f***";
        assertEquals("a <b>b</b> <i>c</i> <s>d</s> <code>e</code> <i><b>f</b></i>", telegram(text));
        assertEquals("a *b* _c_ ~d~ `e` _*f*_", whatsApp(text));
        assertEquals("a b c ~d~ e f", plain(text));
    }

    @Test
    void headings_are_bold() {
        assertEquals("<b>Olá <i>x</i></b>\n\ny", telegram("# Olá *x*\n\ny"));
        assertEquals("*Olá _x_*\n\ny", whatsApp("Olá *x*\n---\ny"));
        assertEquals("Olá x\n\ny", plain("### Olá **x**\ny"));
    }

    @Test
    void code_stands_alone_where_telegram_wants_it_to() {
        assertEquals("<b>a </b><code>b</code><b> c</b>", telegram("**a `b` c**"));
        assertEquals("<a href=\"https://x.example\">b</a>", telegram("[`b`](https://x.example)"));
    }

    @Test
    void blocks_of_code_keep_their_text_and_their_language() {
        String text = "```Java title=x\nif (a < b)\n\n  &c;\n```";
        assertEquals(
                "<pre><code class=\"language-java\">if (a &lt; b)\n\n  &amp;c;</code></pre>",
                telegram(text));
        assertEquals("```if (a < b)\n\n  &c;```", whatsApp(text));
        assertEquals("if (a < b)\n\n  &c;", plain(text));
        assertEquals("<pre>x</pre>", telegram("```<script>\nx\n```"));
    }

    @Test
    void links_are_links_or_stand_in_parentheses() {
        String text = "[a *b*](https://x.example/?q=\"1\"&r) and <https://y.example>.";
        assertEquals(
                "<a href=\"https://x.example/?q=&quot;1&quot;&amp;r\">a <i>b</i></a> and"
                        + " <a href=\"https://y.example\">https://y.example</a>.",
                telegram(text));
        assertEquals("a _b_ (https://x.example/?q=\"1\"&r) and https://y.example.", whatsApp(text));
        assertEquals("a b (https://x.example/?q=\"1\"&r) and https://y.example.", plain(text));
    }

    @Test
    void mail_addresses_and_numbers_are_shown() {
        String text = "[Ana](mailto:ana@x.example?subject=Oi), [nós](tel:+5511), <b@x.example>";
        String shown = "Ana (ana@x.example), nós (+5511), b@x.example";
        assertEquals(shown, telegram(text));
        assertEquals(shown, whatsApp(text));
        assertEquals(shown, plain(text));
    }

    @Test
    void links_to_anything_else_are_words() {
        for (String bad : List.of("javascript:alert(1)", "tg://user?id=1", "file:///a", "data:x")) {
            assertEquals("a", telegram("[a](" + bad + ")"));
            assertEquals("a", plain("[a](" + bad + ")"));
        }
    }

    @Test
    void images_are_links() {
        assertEquals("<a href=\"http://x.example/y\">z</a>", telegram("![z](http://x.example/y)"));
        assertEquals("z (http://x.example/y)", whatsApp("![z](http://x.example/y)"));
        assertEquals("http://x.example/y", plain("![](http://x.example/y)"));
        assertEquals("z", plain("![z](y.png)"));
        assertEquals("…", plain("![](y.png)"));
    }

    @Test
    void html_is_shown_as_it_was_written() {
        assertEquals("&lt;b&gt;x&lt;/b&gt; &amp; y", telegram("<b>x</b> &amp; y"));
        assertEquals("&lt;script&gt;a&lt;/script&gt;", telegram("<script>a</script>"));
        assertEquals("a\nb", plain("a<br>b"));
    }

    @Test
    void lists_keep_numbers_boxes_and_depth() {
        String text = "3. a\n4. b\n   - c\n     d\n   - [ ] e\n   - [x] f";
        assertEquals("3. a\n4. b\n   • c d\n   ☐ e\n   ☑ f", telegram(text));
        assertEquals("3. a\n4. b\n   - c d\n   ☐ e\n   ☑ f", whatsApp(text));
        assertEquals("• a\n\n• b", plain("- a\n\n- b"));
        assertEquals("1. ☑ a", plain("1. [x] a"));
        assertEquals("•\n  1. x\n  2.\n\n  int y;", plain("- 1. x\n  2.\n\n\n    int y;"));
    }

    @Test
    void quotes_are_quotes_and_do_not_nest_on_telegram() {
        String text = "> a\n> b\n>\n> > c\n\nd";
        assertEquals("<blockquote>a b\n\n&gt; c</blockquote>\n\nd", telegram(text));
        assertEquals("> a b\n\n> > c\n\nd", whatsApp(text));
        assertEquals(
                "<blockquote>a</blockquote>\n\n<blockquote>b</blockquote>",
                telegram("> a\n\n<!-- -->\n\n> b").replace("&lt;!-- --&gt;\n\n", ""));
    }

    @Test
    void narrow_tables_are_aligned_where_there_is_monospace() {
        String table = "|Ação|R$|\n|:-|-:|\n|ver 京都|5|\n|**ir**|10|";
        String aligned = "Ação     | R$\n---------+---\nver 京都 |  5\nir       | 10";
        assertEquals("<pre>" + aligned + "</pre>", telegram(table));
        assertEquals("```" + aligned + "```", whatsApp(table));
        assertEquals("• Ação: ver 京都\n  R$: 5\n• Ação: ir\n  R$: 10", plain(table));
    }

    @Test
    void wide_tables_and_tables_with_links_are_lists() {
        String table = "|A|B|\n|-|-|\n|[x](http://y.example)||";
        assertEquals(
                "• <b>A</b>: <a href=\"http://y.example\">x</a>\n  <b>B</b>: –", telegram(table));
        assertEquals("- *A*: x (http://y.example)\n  *B*: –", whatsApp(table));
        String wide = "|Name of the thing|Meaning of it all|\n|-|-|\n|x|y|";
        assertEquals("- *Name of the thing*: x\n  *Meaning of it all*: y", whatsApp(wide));
        assertEquals("A | B", plain("|A|B|\n|-|-|"));
    }

    @Test
    void what_cannot_be_seen_or_sent_is_no_part() {
        assertEquals(List.of(), Rendering.of("", Style.TELEGRAM));
        assertEquals(List.of(), Rendering.of(" \n\u200B\u00A0\u2800\n", Style.WHATSAPP));
        assertEquals(List.of(), Rendering.of("```\n \n\n```", Style.INSTAGRAM));
        assertEquals("\uFFFDa b\uFFFD", plain("\uDC00a\u0007b&#xD800;"));
    }

    @Test
    void the_plain_text_says_where_links_lead() {
        Part part = one("**a** [b](http://c.example)", Style.TELEGRAM);
        assertEquals("a b (http://c.example)", part.plain());
        assertFalse(part.markup().contains("("));
    }
}
