package app.prosa.channel.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a form, byte by byte. */
final class FormParser {
    private static final int END = -1;
    private static final int BROKEN = -2;

    private final byte[] body;
    private int at;

    FormParser(byte[] body) {
        this.body = body;
    }

    Optional<List<FormBody.Raw>> fields() {
        List<FormBody.Raw> fields = new ArrayList<>();
        if (body.length > 0 && body[body.length - 1] == '&') {
            return Optional.empty();
        }
        while (at < body.length) {
            StringBuilder name = new StringBuilder();
            StringBuilder value = new StringBuilder();
            boolean whole = read(name, '=') == '=' && !name.isEmpty();
            int end = whole ? read(value, '&') : BROKEN;
            if (end == BROKEN) {
                return Optional.empty();
            }
            fields.add(new FormBody.Raw(name.toString(), value.toString()));
        }
        return Optional.of(List.copyOf(fields));
    }

    /**
     * Reads up to a separator, which is taken too.
     *
     * @return the separator, {@link #END} or {@link #BROKEN}
     */
    private int read(StringBuilder to, char separator) {
        while (at < body.length) {
            int c = body[at++];
            if (c == separator) {
                return separator;
            }
            int decoded = decoded(c);
            if (decoded == BROKEN) {
                return BROKEN;
            }
            to.append((char) decoded);
        }
        return END;
    }

    private int decoded(int c) {
        return switch (c) {
            case '+' -> ' ';
            case '%' -> escape();
            case '&' -> BROKEN;
            default -> c > ' ' && c < 0x7F ? c : BROKEN;
        };
    }

    private int escape() {
        if (at + 2 > body.length) {
            return BROKEN;
        }
        int high = Character.digit(body[at++], 16);
        int low = Character.digit(body[at++], 16);
        return high < 0 || low < 0 ? BROKEN : 16 * high + low;
    }
}
