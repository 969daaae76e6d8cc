package app.prosa.channel.text.markup;

/** A line of text that knows which of its characters are marks. */
final class MarkedText {
    private final StringBuilder text = new StringBuilder();

    /** Of each character the sign of its {@link Kind}. */
    private final StringBuilder kinds = new StringBuilder();

    /** What a character is. */
    enum Kind {
        WORDS('w'),
        ADDRESS('a'),
        CODE('c'),
        MARK('m');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    void add(String more, Kind kind) {
        text.append(more);
        kinds.repeat(kind.sign, more.length());
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    boolean is(Kind kind, int index) {
        return kinds.charAt(index) == kind.sign;
    }

    void set(int index, char c) {
        text.setCharAt(index, c);
    }

    /**
     * Puts marks around what was added last, without the spaces at its ends. There are none if that
     * would not be at the edges of words: the platform would show them.
     *
     * @param start where it begins
     * @param next the character that will follow it
     */
    void mark(int start, int next, char mark) {
        int from = start;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        int before = from == 0 ? ' ' : text.codePointBefore(from);
        int after = to == text.length() ? next : text.charAt(to);
        if (from == to || Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after)) {
            return;
        }
        if (mark == '`') {
            code(from, to);
        }
        insert(to, mark);
        insert(from, mark);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void code(int from, int to) {
        for (int i = from; i < to; i++) {
            kinds.setCharAt(i, Kind.CODE.sign);
            if (text.charAt(i) == '`') {
                text.setCharAt(i, Lookalikes.of('`'));
            }
        }
    }

    private void insert(int at, char mark) {
        text.insert(at, mark);
        kinds.insert(at, Kind.MARK.sign);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
