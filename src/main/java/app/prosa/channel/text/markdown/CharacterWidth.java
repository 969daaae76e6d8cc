package app.prosa.channel.text.markdown;

/**
 * How many columns a text takes in monospaced type. It follows Unicode's East Asian Width closely
 * enough to align a table; no two telephones agree on emoji.
 */
final class CharacterWidth {
    private CharacterWidth() {}

    static int of(String text) {
        return text.codePoints().map(CharacterWidth::of).sum();
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        boolean kana = c >= 0x3000 && c <= 0x30FF;
        boolean hangul = (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x115F);
        boolean fullWidth = (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
        return kana
                || hangul
                || fullWidth
                || Character.isIdeographic(c)
                || Character.isEmojiPresentation(c);
    }
}
