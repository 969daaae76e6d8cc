package app.prosa.channel.signature;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way to change one bit. */
final class BitFlips {
    private BitFlips() {}

    static Stream<byte[]> of(byte[] bytes) {
        return IntStream.range(0, 8 * bytes.length).mapToObj(bit -> flipped(bytes, bit));
    }

    /** Of a text of ASCII, as bytes or in what became a letter beyond it. */
    static Stream<String> of(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] = (byte) (copy[bit / 8] ^ (1 << (bit % 8)));
        return copy;
    }
}
