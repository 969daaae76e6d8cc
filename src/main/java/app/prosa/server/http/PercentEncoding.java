package app.prosa.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded UTF-8 in paths and queries (RFC 3986, section 2.1), read strictly. */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * @throws Refusal BAD_REQUEST for half an escape, or bytes that are no UTF-8
     */
    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text);
    }

    /** As forms and queries write it: a plus sign is a space. */
    static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    private static String decoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.put((byte) (digit(raw, i + 1) << 4 | digit(raw, i + 2)));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(ApiError.BAD_REQUEST);
        }
    }

    private static int digit(byte[] raw, int index) {
        int digit = index < raw.length ? Character.digit((char) raw[index], 16) : -1;
        if (digit < 0) {
            throw new Refusal(ApiError.BAD_REQUEST);
        }
        return digit;
    }
}
