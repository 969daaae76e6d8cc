package app.prosa.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that came with a message.
 *
 * @param name for people and the model, such as {@code pasted.txt}
 * @param mediaType such as {@code text/plain} or {@code image/png}
 * @param content never changed after it was handed in
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare the content
public record Attachment(String name, String mediaType, byte[] content) {
    /** The largest that is taken, in bytes. */
    public static final int MAX_BYTES = 20 << 20;

    public static Attachment ofText(String name, String text) {
        return new Attachment(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isText() {
        return mediaType.startsWith("text/") || mediaType.equals("application/json");
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment(String n, String m, byte[] c)
                && name.equals(n)
                && mediaType.equals(m)
                && Arrays.equals(content, c);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }
}
