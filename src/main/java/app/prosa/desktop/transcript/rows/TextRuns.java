package app.prosa.desktop.transcript.rows;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in pieces that JavaFX can wrap. Where JavaFX 26.0.2 breaks a line inside a run that is
 * written from right to left, its layout throws an ArrayIndexOutOfBoundsException; inside a run
 * with joined emoji, it draws the rest of the line twice. Runs that are not broken are drawn well,
 * so such text is handed over word by word.
 */
final class TextRuns {
    private static final int LONGEST_WORD = 16;

    private TextRuns() {}

    /** The first character that has a direction decides. */
    static boolean isRightToLeft(String text) {
        for (int i = 0; i < Math.min(text.length(), 200); i++) {
            byte direction = Character.getDirectionality(text.charAt(i));
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
        }
        return false;
    }

    /** The text word by word if it needs that, otherwise whole. */
    static List<String> of(String text) {
        if (text.chars().noneMatch(TextRuns::isShaped)) {
            return List.of(text);
        }
        List<String> words = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int end = space < 0 ? text.length() : space + 1;
            if (end - from > LONGEST_WORD) {
                end = characters.following(from + LONGEST_WORD - 1);
            }
            words.add(text.substring(from, end));
            from = end;
        }
        return words;
    }

    /**
     * Whether a character may look another way beside another one: Hebrew to Khmer, halves of
     * pairs, joiners, combining marks and Arabic's presentation forms. Chinese, Japanese and Korean
     * are not among them.
     */
    private static boolean isShaped(int c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0590 && c <= 0x10FF)
                || (c >= 0x1780 && c <= 0x1AFF)
                || c == 0x200D
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xA800 && c <= 0xABFF)
                || Character.isSurrogate((char) c)
                || (c >= 0xFB1D && c <= 0xFEFF);
    }
}
