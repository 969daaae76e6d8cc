package app.prosa.channel.whatsapp;

import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came with a message, which is in a field that is called as its type.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">
 *     Meta, WhatsApp, messages webhook reference</a>
 */
final class MediaReader {
    private MediaReader() {}

    /** Empty when there is none. */
    static String caption(Fields message) {
        String type = message.text("type");
        return message.object(type)
                .map(content -> content.text(type.equals("order") ? "text" : "caption"))
                .orElse("");
    }

    static List<Media> read(Fields message) {
        String type = message.text("type");
        Optional<Fields> content = message.object(type);
        return switch (type) {
            case "image" -> file(content, Kind.IMAGE);
            case "video" -> file(content, Kind.VIDEO);
            case "document" -> file(content, Kind.DOCUMENT);
            case "sticker" -> file(content, Kind.STICKER);
            case "audio" ->
                    file(
                            content,
                            content.filter(audio -> audio.flag("voice")).isPresent()
                                    ? Kind.VOICE
                                    : Kind.AUDIO);
            case "location" -> content.flatMap(MediaReader::place).stream().toList();
            case "contacts" -> message.objects("contacts").stream().map(MediaReader::card).toList();
            // What the app itself cannot tell says of which type it is.
            case "unsupported" ->
                    List.of(new Media.Other(or(Values.id(message, type, "type"), type)));
            default -> List.of(new Media.Other(type));
        };
    }

    private static List<Media> file(Optional<Fields> content, Kind kind) {
        return content.filter(file -> !Values.id(file, "id").isEmpty()).stream()
                .<Media>map(file ->
                        new Media.File(
                                kind,
                                Values.id(file, "id"),
                                file.text("filename"),
                                file.text("mime_type"),
                                null))
                .toList();
    }

    private static Optional<Media> place(Fields place) {
        Double latitude = place.decimal("latitude");
        Double longitude = place.decimal("longitude");
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Media.Location(latitude, longitude, name(place)));
    }

    private static String name(Fields place) {
        return String.join(
                ", ",
                Stream.of(place.text("name"), place.text("address"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static Media card(Fields contact) {
        String name = contact.object("name").map(n -> n.text("formatted_name")).orElse("");
        return contact.objects("phones").stream()
                .findFirst()
                .map(phone -> or(phone.text("phone"), phone.text("wa_id")))
                .map(phone -> new Media.Contact(name, phone))
                .orElseGet(() -> new Media.Contact(name, ""));
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
