package app.prosa.channel.meta;

import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import app.prosa.channel.json.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came with a message on Instagram or Messenger. A file's reference is its address, which is
 * good for a while and for everybody who knows it; its type and size are not told.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events/messages">
 *     Meta, Messenger Platform, messages</a>
 */
final class Attachments {
    private Attachments() {}

    static List<Media> read(Fields message) {
        boolean hasText = !message.text("text").isEmpty();
        return message.objects("attachments").stream()
                .map(attachment -> media(attachment, hasText))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Media> media(Fields attachment, boolean hasText) {
        Fields payload = attachment.object("payload").orElse(attachment);
        String type = attachment.text("type");
        return switch (type) {
            case "image" ->
                    file(payload.has("sticker_id") ? Kind.STICKER : Kind.IMAGE, payload, type);
            case "sticker" -> file(Kind.STICKER, payload, type);
            // In both apps one records it; a file of music is attached as a file.
            case "audio" -> file(Kind.VOICE, payload, type);
            case "video" -> file(Kind.VIDEO, payload, type);
            case "file" -> file(Kind.DOCUMENT, payload, type);
            case "location" -> Optional.of(place(attachment, payload));
            // The preview of an address that stands in the text.
            case "fallback" -> hasText ? Optional.empty() : other(type);
            default -> other(type.isEmpty() ? "attachment" : type);
        };
    }

    private static Optional<Media> other(String type) {
        return Optional.of(new Media.Other(type));
    }

    private static Optional<Media> file(Kind kind, Fields payload, String type) {
        String url = payload.text("url");
        return url.isEmpty()
                ? other(type)
                : Optional.of(
                        new Media.File(
                                kind, url, kind == Kind.DOCUMENT ? name(url) : "", "", null));
    }

    /** The end of the address is the name that the file had with the sender. */
    private static String name(String url) {
        try {
            String path = Objects.requireNonNullElse(new URI(url).getPath(), "");
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static Media place(Fields attachment, Fields payload) {
        Fields coordinates = payload.object("coordinates").orElse(payload);
        Double latitude = coordinates.decimal("lat");
        Double longitude = coordinates.decimal("long");
        return latitude == null || longitude == null
                ? new Media.Other("location")
                : new Media.Location(latitude, longitude, attachment.text("title"));
    }
}
