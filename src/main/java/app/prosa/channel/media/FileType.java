package app.prosa.channel.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is by its first bytes: platforms repeat what the sender's program said, or say
 * nothing. Only what models take is told apart.
 *
 * @param mediaType such as {@code image/jpeg}
 * @param end of a name, without the dot
 */
public record FileType(String mediaType, String end) {
    /** What a model can be expected to read of one file. */
    private static final int MOST_TEXT = 200_000;

    private static final FileType UNKNOWN = new FileType("application/octet-stream", "");

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public boolean isText() {
        return mediaType.startsWith("text/");
    }

    public boolean isRecording() {
        return mediaType.startsWith("audio/");
    }

    /**
     * @param said as the platform says it, with or without parameters; may be empty
     * @param spoken whether it is a recording of a voice, as the platform says
     */
    public static FileType of(byte[] content, String said, boolean spoken) {
        String type = bare(said);
        return picture(content)
                .or(() -> spoken || type.startsWith("audio/") ? sound(content) : Optional.empty())
                .or(() -> text(content, type))
                .orElseGet(() -> as(type));
    }

    /** A picture that no model takes, such as HEIC, is a file like any other. */
    private static FileType as(String type) {
        return type.isEmpty() || type.startsWith("image/") || type.startsWith("text/")
                ? UNKNOWN
                : new FileType(type, end(type));
    }

    /** Types as they are said have parameters, such as {@code audio/ogg; codecs=opus}. */
    private static String bare(String said) {
        return said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String end(String type) {
        return switch (type) {
            case "application/pdf" -> "pdf";
            case "video/mp4" -> "mp4";
            case "audio/mpeg" -> "mp3";
            default -> "";
        };
    }

    private static Optional<FileType> picture(byte[] content) {
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(new FileType("image/jpeg", "jpg"));
        }
        if (begins(content, 0, "\u0089PNG\r\n")) {
            return Optional.of(new FileType("image/png", "png"));
        }
        if (begins(content, 0, "GIF8")) {
            return Optional.of(new FileType("image/gif", "gif"));
        }
        boolean webp = begins(content, 0, "RIFF") && begins(content, 8, "WEBP");
        return webp ? Optional.of(new FileType("image/webp", "webp")) : Optional.empty();
    }

    private static Optional<FileType> sound(byte[] content) {
        if (begins(content, 0, "OggS")) {
            return Optional.of(new FileType("audio/ogg", "ogg"));
        }
        if (begins(content, 4, "ftyp")) {
            return Optional.of(new FileType("audio/mp4", "m4a"));
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WAVE")) {
            return Optional.of(new FileType("audio/wav", "wav"));
        }
        if (begins(content, 0, "\u001aE\u00df\u00a3")) {
            return Optional.of(new FileType("audio/webm", "webm"));
        }
        if (begins(content, 0, "fLaC")) {
            return Optional.of(new FileType("audio/flac", "flac"));
        }
        boolean mp3 = begins(content, 0, "ID3") || isFrame(content);
        return mp3 ? Optional.of(new FileType("audio/mpeg", "mp3")) : Optional.empty();
    }

    /** A frame of MPEG audio begins with eleven bits that are set. */
    private static boolean isFrame(byte[] content) {
        return content.length > 1 && content[0] == (byte) 0xff && (content[1] & 0xe0) == 0xe0;
    }

    /** As with what is attached in the window: whatever can be read as text is one. */
    private static Optional<FileType> text(byte[] content, String type) {
        boolean other = begins(content, 0, "%PDF") || type.startsWith("audio/");
        if (other || content.length > MOST_TEXT || !isUtf8(content)) {
            return Optional.empty();
        }
        return Optional.of(new FileType(type.startsWith("text/") ? type : "text/plain", "txt"));
    }

    private static boolean isUtf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] content, int at, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
