package app.prosa.conversation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The little of a message that a list shows of it: one line, without Markdown's marks. */
public final class Excerpt {
    /** The longest title that a message gives, in UTF-16 units. */
    public static final int MAX_TITLE = 60;

    /** The longest preview, in UTF-16 units. */
    public static final int MAX_PREVIEW = 120;

    /** How much of a text is looked at: more than any line shown, less than a pasted book. */
    private static final int LOOKED_AT = 400;

    private static final Pattern BLOCK_MARK =
            Pattern.compile("^(#{1,6}\\s+|>\\s?|[-*+]\\s+|\\d{1,9}[.)]\\s+)+");

    /** Marks around text; single asterisks and underscores may be arithmetic or names. */
    private static final List<Inline> INLINE =
            List.of(
                    new Inline("](", "!?\\[([^\\[\\]]*)]\\([^()]*\\)"),
                    new Inline("**", "\\*\\*(?=\\S)([^*]+)\\*\\*"),
                    new Inline("__", "\\b__(?=\\S)([^_]+)__\\b"),
                    new Inline("~~", "~~(?=\\S)([^~]+)~~"),
                    new Inline("`", "`+([^`]+)`+"));

    /**
     * A mark that is left out.
     *
     * @param sign what a text with it contains, which is quicker to see
     */
    private record Inline(String sign, Pattern pattern) {
        Inline(String sign, String pattern) {
            this(sign, Pattern.compile(pattern));
        }

        String without(String line) {
            return line.contains(sign) ? pattern.matcher(line).replaceAll("$1") : line;
        }
    }

    private Excerpt() {}

    /**
     * A title from the first line that says something, cut at a word where there is one.
     *
     * @return at most {@value #MAX_TITLE} long; empty when the text says nothing
     */
    public static String title(String text) {
        return lines(text).findFirst().map(line -> cutAtWord(line, MAX_TITLE)).orElse("");
    }

    /**
     * The beginning of a message.
     *
     * @return at most {@value #MAX_PREVIEW} long; empty when the text says nothing
     */
    public static String preview(String text) {
        return cut(lines(text).collect(Collectors.joining(" ")), MAX_PREVIEW);
    }

    /** The first lines that say something, each without marks. */
    private static Stream<String> lines(String text) {
        return cut(text.stripLeading(), LOOKED_AT)
                .lines()
                .map(Excerpt::oneSpace)
                .filter(line -> !line.startsWith("```") && !line.startsWith("~~~"))
                .map(Excerpt::plain)
                .filter(line -> !line.isEmpty());
    }

    private static String plain(String line) {
        boolean startsPlainly = line.isEmpty() || Character.isLetter(line.charAt(0));
        String plain = startsPlainly ? line : BLOCK_MARK.matcher(line + " ").replaceFirst("");
        for (Inline mark : INLINE) {
            plain = mark.without(plain);
        }
        return plain.strip();
    }

    /** A line with one space wherever there was any amount of any kind. */
    private static String oneSpace(String line) {
        StringBuilder one = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                one.append(c);
            } else if (!one.isEmpty() && one.charAt(one.length() - 1) != ' ') {
                one.append(' ');
            }
        }
        return one.toString().stripTrailing();
    }

    private static String cutAtWord(String line, int max) {
        if (line.length() <= max) {
            return line;
        }
        String cut = cut(line, max - 1);
        int space = cut.lastIndexOf(' ');
        boolean farEnough = space > max / 2;
        return (farEnough ? cut.substring(0, space) : cut).stripTrailing() + "…";
    }

    /** The first units of a text, never half of a surrogate pair. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(max - 1));
        return text.substring(0, splitsPair ? max - 1 : max);
    }
}
