package app.prosa.storage;

/** What platforms say of people and files, as both databases take it. */
final class PlainText {
    private PlainText() {}

    /** Without control characters and halves of surrogate pairs. */
    static String of(String text) {
        boolean plain = text.codePoints().allMatch(PlainText::isPlain);
        return plain
                ? text
                : text.codePoints()
                        .filter(PlainText::isPlain)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && (codePoint > 0xFFFF || !Character.isSurrogate((char) codePoint));
    }
}
