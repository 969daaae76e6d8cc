package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads files into attachments. Not on the JavaFX thread. */
final class AttachedFiles {
    private static final Map<String, String> IMAGES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "webp", "image/webp");

    private AttachedFiles() {}

    /** What was read, and the names of the files that were too large or could not be read. */
    record Outcome(List<Attachment> attachments, List<String> refused) {}

    static Outcome read(List<Path> files) {
        List<Attachment> attachments = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= Attachment.MAX_BYTES) {
                    attachments.add(of(name, Files.readAllBytes(file)));
                } else {
                    refused.add(name);
                }
            } catch (IOException | UncheckedIOException e) {
                refused.add(name);
            }
        }
        return new Outcome(List.copyOf(attachments), List.copyOf(refused));
    }

    private static Attachment of(String name, byte[] content) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = IMAGES.get(extension);
        if (type == null) {
            type = isText(content) ? "text/plain" : "application/octet-stream";
        }
        return new Attachment(name, type, content);
    }

    private static boolean isText(byte[] content) {
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
}
