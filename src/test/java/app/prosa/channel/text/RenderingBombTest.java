package app.prosa.channel.text;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that were made to take long, or to become long. */
class RenderingBombTest {
    private static final int MANY = 30_000;

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("no space", "x".repeat(100_000)),
                bomb("no space, a megabyte", "x".repeat(1_000_000)),
                bomb("nested quotes", "> ".repeat(10_000) + "x"),
                bomb("nested lists", "- ".repeat(10_000) + "x"),
                bomb("nested numbers", "1. ".repeat(10_000) + "x"),
                bomb("quotes of one line", "> x\n\n".repeat(MANY)),
                bomb("lazy quotes", "> ".repeat(24) + "x\\\n".repeat(MANY)),
                bomb("backticks", "`".repeat(1_000_000)),
                bomb("backticks in code", "~~~\n" + "`".repeat(1_000_000) + "\n~~~"),
                bomb("backticks and words", "`a` ".repeat(2 * MANY)),
                bomb("lone surrogates", "\uD83D".repeat(MANY)),
                bomb("surrogates the wrong way round", "\uDC00\uD800".repeat(MANY)),
                bomb("right to left", "\u202Eשלום \u200F".repeat(MANY)),
                bomb("joiners", "\u200D".repeat(MANY)),
                bomb("joined emoji", "👩\u200D".repeat(MANY)),
                bomb("accents", "a" + "\u0301".repeat(MANY)),
                bomb("flags", "🇧🇷".repeat(MANY)),
                bomb("no space in Thai", "ภาษาไทย".repeat(MANY / 5)),
                bomb("emphasis", "**a** _b_ ".repeat(MANY)),
                bomb("emphasis in words", "a**b**c*d*".repeat(MANY / 20)),
                bomb("literal marks", "\\*a\\_ ".repeat(MANY)),
                bomb("many links", "[a](http://x.example/y) ".repeat(MANY)),
                bomb("one address, many uses", reference()),
                bomb("one long link", "[" + "a ".repeat(MANY) + "](http://x.example)"),
                bomb("long address", "http://x.example/" + "y".repeat(MANY)),
                bomb("many addresses", "http://x.example ".repeat(MANY / 2)),
                bomb("lines", "a\\\n".repeat(2 * MANY)),
                bomb("empty items", "- \n".repeat(MANY)),
                bomb("empty code", "```\n" + "\n".repeat(20 * MANY) + "x"),
                bomb("code with long lines", "```\n" + ("y ".repeat(MANY) + "\n").repeat(4)),
                bomb("fences", "```\nx\n```\n".repeat(MANY / 2)),
                bomb("headings", "# a\n".repeat(MANY)),
                bomb("long header, many rows", table(20_000, 20_000)),
                bomb("many tables", "|a|b|\n|-|-|\n|c|d|\n\n".repeat(20_000)),
                bomb("wide table", "|" + "a|".repeat(20_000) + "\n|" + "-|".repeat(20_000)),
                bomb("too many cells", table(2, MANY)),
                bomb("sentences", "A. ".repeat(3 * MANY)),
                bomb("newlines", "\n".repeat(20 * MANY) + "x"));
    }

    private static Arguments bomb(String name, String text) {
        return Arguments.of(name, text.substring(0, Math.min(text.length(), 1_000_000)));
    }

    private static String reference() {
        return "[a]: http://x.example/" + "y".repeat(700) + "\n\n" + "[a] ".repeat(MANY);
    }

    private static String table(int header, int rows) {
        return "|" + "h".repeat(header) + "|b|\n|-|-|\n" + "|c|\n".repeat(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a_bomb_becomes_parts_in_a_moment(@SuppressWarnings("unused") String name, String text) {
        for (Style style : List.of(Style.TELEGRAM, Style.WHATSAPP_TWILIO, Style.INSTAGRAM)) {
            List<Part> parts =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(60), () -> Rendering.of(text, style));
            long sent = 0;
            for (Part part : parts) {
                sent += part.markup().length() + part.plain().length();
                assertTrue(style.format().unit().size(part.plain()) <= style.format().limit());
            }
            assertTrue(sent <= 1_000_000 + 60L * text.length(), name + " became " + sent);
            assertTrue(!parts.isEmpty() || text.chars().noneMatch(Character::isLetter));
        }
    }
}
