package app.prosa.channel.text;

import app.prosa.channel.text.lines.Line;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may be cut. */
final class Cuts {
    /** How far to look beyond the last place, so that the iterators know what follows. */
    private static final int BEYOND = 50;

    /** The first of the scripts that are written without spaces: Thai, and all the way to Han. */
    private static final char WITHOUT_SPACES = '\u0E00';

    private final Line line;
    private final String text;
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);

    /** What a cut would come after, the best first. */
    enum Kind {
        SENTENCE,
        WORD,
        /** What a reader sees as one character. */
        CHARACTER,
        CODE_POINT
    }

    /**
     * @param most the last place that will be asked for
     */
    Cuts(Line line, int most) {
        this.line = line;
        this.text = line.runs().beginning(most + BEYOND);
        characters.setText(text);
    }

    /** The last place up to a position, or 0 if there is none. */
    int last(Kind kind, int position) {
        if (kind == Kind.SENTENCE && line.fence().isCode()) {
            return 0;
        }
        return kind == Kind.CODE_POINT ? codePoint(position) : boundary(kind, position);
    }

    private int codePoint(int position) {
        int at = position;
        while (at > 0 && !(isCodePoint(at) && line.runs().mayCut(at))) {
            at--;
        }
        return at;
    }

    private boolean isCodePoint(int at) {
        return at >= text.length()
                || !Character.isLowSurrogate(text.charAt(at))
                || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private int boundary(Kind kind, int position) {
        BreakIterator iterator = iterator(kind);
        iterator.setText(text);
        int at = Math.min(position, text.length());
        at = iterator.isBoundary(at) ? at : iterator.preceding(at);
        while (at > 0 && !(suits(kind, at) && line.runs().mayCut(at))) {
            at = iterator.preceding(at);
        }
        return Math.max(at, 0);
    }

    /** The iterators of lines and sentences know nothing of joined emoji. */
    private boolean suits(Kind kind, int at) {
        char before = text.charAt(at - 1);
        boolean apart = Character.isWhitespace(before) || before >= WITHOUT_SPACES;
        return characters.isBoundary(at) && (apart || kind != Kind.WORD);
    }

    private static BreakIterator iterator(Kind kind) {
        return switch (kind) {
            case SENTENCE -> BreakIterator.getSentenceInstance(Locale.ROOT);
            case WORD -> BreakIterator.getLineInstance(Locale.ROOT);
            case CHARACTER, CODE_POINT -> BreakIterator.getCharacterInstance(Locale.ROOT);
        };
    }
}
