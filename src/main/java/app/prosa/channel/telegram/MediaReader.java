package app.prosa.channel.telegram;

import app.prosa.channel.Media;
import app.prosa.channel.json.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came with a message. Telegram says nothing of a file but what the sender said, so the type
 * and the size may be wrong.
 *
 * @see <a href="https://core.telegram.org/bots/api#message">Bot API, Message</a>
 */
final class MediaReader {
    private record Known(Media.Kind kind, String mediaType) {}

    /** Files with a field of their own, and the type that they have where none is said. */
    private static final Map<String, Known> FILES =
            Map.of(
                    "voice", new Known(Media.Kind.VOICE, "audio/ogg"),
                    "audio", new Known(Media.Kind.AUDIO, "audio/mpeg"),
                    "video", new Known(Media.Kind.VIDEO, "video/mp4"),
                    "video_note", new Known(Media.Kind.VIDEO, "video/mp4"),
                    "animation", new Known(Media.Kind.VIDEO, "video/mp4"));

    private static final List<String> OTHERS =
            List.of(
                    "poll",
                    "dice",
                    "game",
                    "story",
                    "paid_media",
                    "checklist",
                    "invoice",
                    "giveaway",
                    "rich_message",
                    "live_photo");

    private MediaReader() {}

    static List<Media> read(Fields message) {
        List<Media> media = new ArrayList<>();
        photo(message).ifPresent(media::add);
        FILES.forEach((name, known) ->
                message.object(name).flatMap(f -> file(f, known)).ifPresent(media::add));
        document(message).ifPresent(media::add);
        message.object("sticker").flatMap(MediaReader::sticker).ifPresent(media::add);
        place(message).ifPresent(media::add);
        message.object("contact").map(MediaReader::contact).ifPresent(media::add);
        return media.isEmpty() ? others(message).toList() : media;
    }

    private static Stream<Media> others(Fields message) {
        return OTHERS.stream().filter(message::has).map(Media.Other::new);
    }

    /** The largest of the sizes that a photo is kept in, always JPEG. */
    private static Optional<Media> photo(Fields message) {
        return message.objects("photo").stream()
                .max(Comparator.comparingLong(MediaReader::pixels))
                .flatMap(size -> file(size, new Known(Media.Kind.IMAGE, "image/jpeg")));
    }

    private static long pixels(Fields size) {
        Long width = Objects.requireNonNullElse(size.number("width"), 0L);
        Long height = Objects.requireNonNullElse(size.number("height"), 0L);
        return Math.clamp(width, 0, 100_000) * (long) Math.clamp(height, 0, 100_000);
    }

    /** An animation is a document too, for programs that do not know it. */
    private static Optional<Media> document(Fields message) {
        return message.has("animation")
                ? Optional.empty()
                : message.object("document")
                        .flatMap(f -> file(f, new Known(Media.Kind.DOCUMENT, "")));
    }

    private static Optional<Media> sticker(Fields sticker) {
        String type = "image/webp";
        if (sticker.flag("is_animated")) {
            type = "application/x-tgsticker";
        } else if (sticker.flag("is_video")) {
            type = "video/webm";
        }
        return file(sticker, sticker.text("emoji"), new Known(Media.Kind.STICKER, type));
    }

    private static Optional<Media> file(Fields file, Known known) {
        return file(file, file.text("file_name"), known);
    }

    private static Optional<Media> file(Fields file, String name, Known known) {
        String id = file.text("file_id");
        String said = file.text("mime_type");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Media.File(
                                known.kind(),
                                id,
                                name,
                                said.isEmpty() ? known.mediaType() : said,
                                file.number("file_size")));
    }

    /** A venue is a location too, for programs that do not know it. */
    private static Optional<Media> place(Fields message) {
        Optional<Fields> venue = message.object("venue");
        String name =
                venue.map(v -> (v.text("title") + ", " + v.text("address")).strip()).orElse("");
        return message.object("location")
                .or(() -> venue.flatMap(v -> v.object("location")))
                .flatMap(location -> location(location, name));
    }

    private static Optional<Media> location(Fields location, String name) {
        Double latitude = location.decimal("latitude");
        Double longitude = location.decimal("longitude");
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Media.Location(latitude, longitude, name));
    }

    private static Media contact(Fields contact) {
        String name = contact.text("first_name") + " " + contact.text("last_name");
        return new Media.Contact(name.strip(), contact.text("phone_number"));
    }
}
