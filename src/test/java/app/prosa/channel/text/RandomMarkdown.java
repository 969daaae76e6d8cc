package app.prosa.channel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text made by chance, of all kinds of blocks, that knows which words it has. */
final class RandomMarkdown {
    /** Words of the text are told by their shape. */
    static final String WORD = "w\\d+x";

    private static final List<String> FILL =
            List.of(
                    "casa",
                    "ação",
                    "e",
                    "of",
                    "the",
                    "👩‍👧‍👦",
                    "🇧🇷",
                    "👋🏽",
                    "שלום",
                    "مرحبا",
                    "नमस्ते",
                    "気象台から来ました",
                    "e\u0301\u0327",
                    "a\u200Db",
                    "3.",
                    "fim.",
                    "What?",
                    "Sim!",
                    "2 \\* 3",
                    "snake\\_case",
                    "\\*star\\*",
                    "\\_\\_init\\_\\_",
                    "~5",
                    "5~",
                    "\\`x\\`",
                    "&lt;b&gt;",
                    "<i>",
                    "AT&T",
                    "a\\*b",
                    "ç\\*ã",
                    "x\\*",
                    "\\*y",
                    "\\> z",
                    "\"q\"",
                    "https://a.example/b_c",
                    "<m@a.example>",
                    "———",
                    "R$ 5");

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private RandomMarkdown(Random random) {
        this.random = random;
    }

    /**
     * A text.
     *
     * @param words those of {@link #WORD}'s shape, in their order
     */
    record Text(String markdown, List<String> words) {}

    static Text of(long seed, int blocks) {
        RandomMarkdown maker = new RandomMarkdown(new Random(seed));
        maker.blocks(blocks, 0);
        return new Text(String.join("\n", maker.lines), maker.words);
    }

    private void blocks(int count, int depth) {
        for (int i = 0; i < count; i++) {
            block(depth);
            lines.add("");
        }
    }

    private void block(int depth) {
        switch (random.nextInt(depth < 3 ? 10 : 7)) {
            case 0 -> lines.add("#".repeat(1 + random.nextInt(6)) + " " + text(4));
            case 1 -> code();
            case 2 -> table(1 + random.nextInt(4), random.nextInt(4));
            case 3 -> lines.add("---");
            case 7 -> nested("> ", "> ", 1 + random.nextInt(3), depth);
            case 8 -> list(depth);
            case 9 -> nested("- [x] ", "      ", 1, depth);
            default -> paragraph();
        }
    }

    private void paragraph() {
        lines.add("p " + text(1 + random.nextInt(120)));
        if (random.nextInt(4) == 0) {
            lines.set(lines.size() - 1, lines.getLast() + "\\");
            lines.add("q " + text(5));
        }
    }

    private void list(int depth) {
        boolean numbers = random.nextBoolean();
        boolean loose = random.nextBoolean();
        for (int i = 1; i < 2 + random.nextInt(5); i++) {
            String marker = numbers ? i + ". " : "- ";
            nested(marker, " ".repeat(marker.length()), 1 + random.nextInt(2), depth);
            if (!loose && lines.getLast().isBlank()) {
                lines.removeLast();
            }
        }
    }

    /** Blocks, the first line of which has one prefix and all others another. */
    private void nested(String first, String others, int count, int depth) {
        int start = lines.size();
        lines.add("p " + text(3));
        lines.add("");
        blocks(count, depth + 1);
        for (int i = start; i < lines.size(); i++) {
            String prefix = i == start ? first : others;
            lines.set(i, (prefix + lines.get(i)).stripTrailing());
        }
    }

    private void code() {
        String fence = random.nextBoolean() ? "```" : "~~~~";
        lines.add(fence + (random.nextBoolean() ? "java" : ""));
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            lines.add(" ".repeat(random.nextInt(9)) + word() + " = a < b && `c`; *d* _e_ ``` f");
            if (random.nextInt(3) == 0) {
                lines.add("");
            }
        }
        lines.add(fence);
    }

    private void table(int columns, int rows) {
        lines.add("| " + cells(columns));
        lines.add("|" + ":-:|".repeat(columns));
        for (int i = 0; i < rows; i++) {
            lines.add("| " + cells(columns));
        }
    }

    private String cells(int columns) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            cells.append(random.nextBoolean() ? word() : text(3)).append(" | ");
        }
        return cells.toString();
    }

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(i == 0 ? "" : " ").append(piece());
        }
        return text.toString();
    }

    private String piece() {
        return switch (random.nextInt(14)) {
            case 0 -> "**" + plain() + "**";
            case 1 -> "*" + plain() + "*";
            case 2 -> "~~" + plain() + "~~";
            case 3 -> "`" + word() + "`";
            case 4 -> "[" + plain() + "](https://b.example/" + random.nextInt(99) + "?a=1&b=2)";
            case 5 -> "***" + plain() + "***";
            case 6 -> "*" + plain() + " **" + plain() + "** " + plain() + "*";
            case 7 -> "un**" + plain() + "**able";
            case 8 -> "![" + plain() + "](http://c.example/d.png \"title\")";
            default -> plain();
        };
    }

    private String plain() {
        boolean one = random.nextBoolean();
        return one ? word() : FILL.get(random.nextInt(FILL.size())) + " " + word();
    }

    private String word() {
        String word = "w" + words.size() + "x";
        words.add(word);
        return word;
    }
}
