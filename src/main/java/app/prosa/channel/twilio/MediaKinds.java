package app.prosa.channel.twilio;

import app.prosa.channel.Media;
import java.util.Locale;

/**
 * What a file is, by the type that Twilio says.
 *
 * @see <a href="https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages">Twilio,
 *     WhatsApp media messages</a>
 */
final class MediaKinds {
    private MediaKinds() {}

    static Media.File file(MediaReference reference, String mediaType) {
        return new Media.File(kind(mediaType), reference.kept(), "", mediaType, null);
    }

    private static Media.Kind kind(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith("image/webp")) {
            return Media.Kind.STICKER; // pictures are sent in other types
        }
        if (type.startsWith("audio/ogg")) {
            return Media.Kind.VOICE; // so WhatsApp records; songs are something else
        }
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> Media.Kind.IMAGE;
            case "audio" -> Media.Kind.AUDIO;
            case "video" -> Media.Kind.VIDEO;
            default -> Media.Kind.DOCUMENT;
        };
    }
}
