package app.prosa.channel.text.markup;

/** In what a platform counts a text's length. */
public enum Unit {
    UTF_16,
    UTF_8;

    /** Of a text without lone surrogates. */
    public int size(CharSequence text) {
        return switch (this) {
            case UTF_16 -> text.length();
            case UTF_8 -> bytes(text);
        };
    }

    private static int bytes(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
