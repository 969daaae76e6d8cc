package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.Mark;
import app.prosa.desktop.markdown.RichText;
import app.prosa.desktop.transcript.lines.CodeLanguage.Flag;
import java.util.Set;

/**
 * Marks keywords, strings, comments and numbers in code. It reads each character once (a comment or
 * string that does not end runs to the end) and knows no grammar.
 */
final class Highlighter {
    private static final Set<Mark> PLAIN = Set.of();
    private static final Set<Mark> KEYWORD = Set.of(Mark.KEYWORD);
    private static final Set<Mark> STRING = Set.of(Mark.STRING);
    private static final Set<Mark> COMMENT = Set.of(Mark.COMMENT);
    private static final Set<Mark> NUMBER = Set.of(Mark.NUMBER);

    private final String code;
    private final CodeLanguage language;
    private final RichText.Builder out = new RichText.Builder();
    private int at;

    private Highlighter(String code, CodeLanguage language) {
        this.code = code;
        this.language = language;
    }

    /**
     * @param name as after the fence, in lower case; an unknown one leaves the code plain
     */
    static RichText highlight(String code, String name) {
        if (name.equals("diff") || name.equals("patch")) {
            return diff(code);
        }
        return CodeLanguages.named(name)
                .map(language -> new Highlighter(code, language).run())
                .orElseGet(() -> RichText.plain(code));
    }

    private RichText run() {
        while (at < code.length()) {
            step();
        }
        return out.build();
    }

    private void step() {
        char c = code.charAt(at);
        if (!language.opening().isEmpty() && code.startsWith(language.opening(), at)) {
            take(after(language.closing(), at + language.opening().length()), COMMENT);
        } else if (beginsComment()) {
            take(lineEnd(at), COMMENT);
        } else if (language.quotes().indexOf(c) >= 0) {
            take(stringEnd(c), STRING);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else if (c >= '0' && c <= '9') {
            take(wordEnd(true), NUMBER);
        } else {
            take(at + 1, PLAIN);
        }
    }

    private void take(int end, Set<Mark> marks) {
        out.add(code.substring(at, end), marks, null);
        at = end;
    }

    private boolean beginsComment() {
        for (String start : language.comments()) {
            if (code.startsWith(start, at) && (!start.equals("#") || atWordStart())) {
                return true;
            }
        }
        return false;
    }

    /** A hash sign within a word, as in a shell's {@code $#}, begins no comment. */
    private boolean atWordStart() {
        return at == 0 || Character.isWhitespace(code.charAt(at - 1));
    }

    private int after(String end, int from) {
        int index = code.indexOf(end, from);
        return index < 0 ? code.length() : index + end.length();
    }

    private int lineEnd(int from) {
        int newline = code.indexOf('\n', from);
        return newline < 0 ? code.length() : newline;
    }

    private int stringEnd(char quote) {
        String three = String.valueOf(quote).repeat(3);
        if (language.has(Flag.TRIPLE) && code.startsWith(three, at)) {
            return after(three, at + 3);
        }
        boolean overLines = quote == '`';
        for (int i = at + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\n' && !overLines) {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return code.length();
    }

    private void word() {
        int end = wordEnd(language.has(Flag.KEYS) || language.has(Flag.TAGS));
        String word = code.substring(at, end);
        boolean keyword = language.isKeyword(word) || isKey(end) || isTag();
        take(end, keyword ? KEYWORD : PLAIN);
    }

    private boolean isKey(int end) {
        if (!language.has(Flag.KEYS)) {
            return false;
        }
        int i = end;
        while (i < code.length() && code.charAt(i) == ' ') {
            i++;
        }
        return i < code.length() && (code.charAt(i) == ':' || code.charAt(i) == '=');
    }

    private boolean isTag() {
        int before = at > 0 && code.charAt(at - 1) == '/' ? at - 2 : at - 1;
        return language.has(Flag.TAGS) && before >= 0 && code.charAt(before) == '<';
    }

    /**
     * @param more dots and hyphens belong to it, as in numbers and in names of YAML and CSS
     */
    private int wordEnd(boolean more) {
        int end = at;
        while (end < code.length() && isWordPart(code.charAt(end), more)) {
            end++;
        }
        return end;
    }

    private boolean isWordPart(char c, boolean more) {
        if (more && c == '.') {
            return true;
        }
        boolean names = language.has(Flag.KEYS) || language.has(Flag.TAGS);
        return Character.isJavaIdentifierPart(c) || (more && names && c == '-');
    }

    private static RichText diff(String code) {
        RichText.Builder out = new RichText.Builder();
        int from = 0;
        while (from < code.length()) {
            int newline = code.indexOf('\n', from);
            int end = newline < 0 ? code.length() : newline + 1;
            out.add(code.substring(from, end), ofDiff(code.charAt(from)), null);
            from = end;
        }
        return out.build();
    }

    private static Set<Mark> ofDiff(char first) {
        return switch (first) {
            case '+' -> STRING;
            case '-' -> KEYWORD;
            case '@' -> COMMENT;
            default -> PLAIN;
        };
    }
}
