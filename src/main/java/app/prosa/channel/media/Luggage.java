package app.prosa.channel.media;

import app.prosa.channel.Media;
import app.prosa.conversation.delivery.MediaRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What still lies with the platform, as it is stored: with the name of its message, by which the
 * message's text can be changed once it is known what it is.
 *
 * @param message the message's external name, or null of what an older version stored
 * @param kind null for what the platform does not tell
 * @param file as the platform's client knows it
 */
public record Luggage(@Nullable String message, Media.@Nullable Kind kind, MediaRef file) {
    private static final String OTHER = "OTHER";
    private static final char BETWEEN = ' '; // neither has one

    /**
     * @return empty for what is told in words alone
     */
    public static Optional<MediaRef> of(String message, Media media) {
        return switch (media) {
            case Media.File f ->
                    Optional.of(
                            new MediaRef(
                                    f.kind().name(),
                                    message + BETWEEN + f.reference(),
                                    f.name(),
                                    f.mediaType(),
                                    f.size()));
            case Media.Other _ -> Optional.of(new MediaRef(OTHER, message + BETWEEN, "", "", null));
            case Media.Location _, Media.Contact _ -> Optional.empty();
        };
    }

    public static Luggage of(MediaRef stored) {
        int end = stored.reference().indexOf(BETWEEN);
        return new Luggage(
                end < 0 ? null : stored.reference().substring(0, end),
                stored.kind().equals(OTHER) ? null : Media.Kind.valueOf(stored.kind()),
                new MediaRef(
                        stored.kind(),
                        stored.reference().substring(end + 1),
                        stored.name(),
                        stored.mediaType(),
                        stored.size()));
    }

    /** Stickers stand for an emoji, which says all that there is to say. */
    public boolean saysEnough() {
        return kind == Media.Kind.STICKER && !file.name().isBlank();
    }

    public boolean isSpoken() {
        return kind == Media.Kind.VOICE || kind == Media.Kind.AUDIO;
    }

    String mark(Marks marks) {
        return kind == null ? marks.other() : marks.of(kind, file.name());
    }
}
