package app.prosa.server.sse;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that grow: text in UTF-8, plain or as a string of JSON. Not safe for several threads. */
public final class Utf8Buffer {
    private static final int FIRST = 512;
    private static final int KEPT = 16 * 1024;
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] bytes = new byte[FIRST];
    private int length;

    /**
     * @param text of ASCII only
     */
    public Utf8Buffer ascii(String text) {
        int more = text.length();
        room(more);
        for (int i = 0; i < more; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    public Utf8Buffer bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    public Utf8Buffer number(int number) {
        return ascii(Integer.toString(number));
    }

    /**
     * The text as a string of JSON, quotes included (RFC 8259, section 7). Half a surrogate pair is
     * escaped, so that the other half, coming with the next piece, makes it whole again.
     */
    public Utf8Buffer json(String text) {
        int chars = text.length();
        room(6 * chars + 2);
        bytes[length++] = '"';
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                put(0xC0 | (c >> 6), tail(c));
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | (c >> 12), tail(c >> 6), tail(c));
            } else if (i + 1 < chars && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int whole = Character.toCodePoint(c, text.charAt(++i));
                put(0xF0 | (whole >> 18), tail(whole >> 12));
                put(tail(whole >> 6), tail(whole));
            } else {
                escape(c);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            put('\\', c);
        } else if (c == '\n') {
            put('\\', 'n');
        } else if (c >= ' ') {
            bytes[length++] = (byte) c;
        } else {
            escape(c);
        }
    }

    private void escape(char c) {
        put('\\', 'u');
        put(HEX[c >> 12], HEX[(c >> 8) & 0xF], HEX[(c >> 4) & 0xF]);
        bytes[length++] = HEX[c & 0xF];
    }

    /** A byte of UTF-8 that is not the first. */
    private static int tail(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    private void put(int first, int second) {
        bytes[length++] = (byte) first;
        bytes[length++] = (byte) second;
    }

    private void put(int first, int second, int third) {
        put(first, second);
        bytes[length++] = (byte) third;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    int length() {
        return length;
    }

    /** What is in it; valid until the next change. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[FIRST];
        }
    }
}
