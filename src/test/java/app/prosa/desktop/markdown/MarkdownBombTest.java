package app.prosa.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownBombTest {
    private static final int MANY = 100_000;

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("nested quotes", ">".repeat(MANY) + "x"),
                bomb("spaced quotes", "> ".repeat(MANY) + "x"),
                bomb("nested lists", "- ".repeat(MANY) + "x"),
                bomb("stairs of lists", stairs()),
                bomb("open brackets", "[".repeat(MANY)),
                bomb("closed brackets", "[".repeat(MANY) + "a" + "]".repeat(MANY)),
                bomb("open links", "[a](".repeat(MANY)),
                bomb("open links to angles", "[a](<b".repeat(MANY)),
                bomb("open images", "![".repeat(MANY)),
                bomb("open emphasis", "*a_ ".repeat(MANY)),
                bomb("mixed emphasis", "**x*_~~".repeat(MANY)),
                bomb("deep emphasis", "*a **".repeat(MANY) + "b" + "** a*".repeat(MANY)),
                bomb("alternating tildes", "~~a ~b ".repeat(MANY)),
                bomb("backticks of many lengths", backticks()),
                bomb("open comments", "<!-- ".repeat(MANY)),
                bomb("open processing", "<?".repeat(MANY)),
                bomb("open cdata", "x<![CDATA[".repeat(MANY)),
                bomb("open declarations", "a<!A ".repeat(MANY)),
                bomb("open tags", "<a b=\"".repeat(MANY)),
                bomb("entities", "&#".repeat(MANY)),
                bomb("ampersands", "&a".repeat(MANY)),
                bomb("fences", "```\n~~~\n".repeat(MANY)),
                bomb("open fence", "```\n" + "code line\n".repeat(MANY)),
                bomb("reference definitions", "[a]: b\n".repeat(MANY)),
                bomb("reference uses", "[a]: b\n\n" + "[a] ".repeat(MANY)),
                bomb("wide table", "|" + "a|".repeat(20_000) + "\n|" + "-|".repeat(20_000)),
                bomb("grown table", grownTable()),
                bomb("links", "http://a.b ".repeat(MANY)),
                bomb("mail", "a@".repeat(MANY)),
                bomb("www", "www.".repeat(MANY)),
                bomb("one long line", "lorem ipsum ".repeat(90_000)),
                bomb("one long word", "x".repeat(1_000_000)),
                bomb("backslashes", "\\".repeat(1_000_000)),
                bomb("newlines", "\n".repeat(1_000_000)),
                bomb("tabs", "\t>".repeat(MANY)));
    }

    private static Arguments bomb(String name, String text) {
        return Arguments.of(name, text.substring(0, Math.min(text.length(), 1_000_000)));
    }

    private static String stairs() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_300; i++) {
            text.append(" ".repeat(i)).append("- x\n");
        }
        return text.toString();
    }

    private static String backticks() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 1_400; i++) {
            text.append("e").append("`".repeat(i));
        }
        return text.toString();
    }

    private static String grownTable() {
        return "|" + "a|".repeat(200) + "\n|" + "-|".repeat(200) + "\n" + "|\n".repeat(MANY);
    }

    @BeforeAll
    static void warmUp() {
        Markdown.parse("# a\n\n- b **c**\n\n|d|\n|-|\n|e|", LineBreaks.JOINED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a_bomb_is_parsed_in_a_moment(@SuppressWarnings("unused") String name, String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    boolean empty = Markdown.parse(text, LineBreaks.JOINED).isEmpty();
                    assertFalse(empty && !text.isBlank() && !text.startsWith("[a]: b"));
                });
    }
}
