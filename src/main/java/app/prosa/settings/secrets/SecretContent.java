package app.prosa.settings.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names and secrets as bytes: of each string its length in UTF-8 (4 bytes, big endian) and itself,
 * names and secrets in turn. Bytes, unlike a JSON string, can be wiped.
 */
final class SecretContent {
    private SecretContent() {}

    static byte[] encode(Map<String, String> secrets) {
        List<byte[]> parts = new ArrayList<>();
        new TreeMap<>(secrets)
                .forEach((name, secret) -> {
                    parts.add(name.getBytes(StandardCharsets.UTF_8));
                    parts.add(secret.getBytes(StandardCharsets.UTF_8));
                });
        var bytes =
                ByteBuffer.allocate(parts.stream().mapToInt(p -> Integer.BYTES + p.length).sum());
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
            Arrays.fill(part, (byte) 0);
        }
        return bytes.array();
    }

    /**
     * @param bytes as {@link #encode} made them; the encryption proves that they are
     */
    static Map<String, String> decode(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        Map<String, String> secrets = new TreeMap<>();
        while (from.hasRemaining()) {
            String name = next(from);
            secrets.put(name, next(from));
        }
        return secrets;
    }

    private static String next(ByteBuffer from) {
        byte[] text = new byte[from.getInt()];
        from.get(text);
        try {
            return new String(text, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
