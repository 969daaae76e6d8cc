package app.prosa.channel.media;

import app.prosa.channel.Media;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands in a message for what is no text: one line in brackets for each, in the channel's
 * language, for the model and the operator alike. They are kept in the message's text, so whoever
 * reads it later needs to know nothing else.
 */
public record Marks(Language language) {
    private static final String SOMETHING = "\u0001";

    private Texts texts() {
        return Texts.in(language);
    }

    /** For anything that came. */
    public String of(Media media) {
        return switch (media) {
            case Media.File file -> of(file.kind(), file.name());
            case Media.Location place ->
                    bracketed(
                            texts().get(
                                            "channel.came.place",
                                            String.format(
                                                            Locale.ROOT,
                                                            "%.5f, %.5f %s",
                                                            place.latitude(),
                                                            place.longitude(),
                                                            place.name())
                                                    .strip()));
            case Media.Contact card ->
                    bracketed(
                            texts().get(
                                            "channel.came.card",
                                            (card.name() + " " + card.phone()).strip()));
            case Media.Other other -> other();
        };
    }

    public String of(Media.Kind kind, String name) {
        return bracketed(words(kind, name));
    }

    /** For what the platform itself does not tell. */
    public String other() {
        return bracketed(texts().get("channel.came.other"));
    }

    public String withdrawn() {
        return bracketed(texts().get("channel.came.withdrawn"));
    }

    /** Before a text that somebody changed after it had been answered. */
    public String edited() {
        return bracketed(texts().get("channel.came.edited"));
    }

    /** What was said, behind the mark that it was spoken. */
    public static String spoken(String mark, String said) {
        return mark + " " + said;
    }

    /**
     * The mark of the same thing, which nobody could take in.
     *
     * @param mark of this language
     */
    public String unopened(String mark) {
        return bracketed(texts().get("channel.came.unopened", inside(mark)));
    }

    /** Finds what {@link #unopened} made, of whatever it is; its first group is what it was. */
    Pattern unopened() {
        String[] around = texts().get("channel.came.unopened", SOMETHING).split(SOMETHING, -1);
        return Pattern.compile(
                Pattern.quote("[" + around[0]) + "([^\\[\\]\n]*)" + Pattern.quote(around[1] + "]"));
    }

    /**
     * The sentence that the sender hears.
     *
     * @param what in words, parted by commas
     */
    String sorry(String what) {
        return texts().get("channel.say.unopened", what);
    }

    /** What kind of thing a mark speaks of, without its name. */
    String kind(String inside) {
        for (Media.Kind kind : Media.Kind.values()) {
            String bare = words(kind, "");
            if (inside.startsWith(bare)) {
                return bare.toLowerCase(texts().locale());
            }
        }
        return texts().get("channel.came.something");
    }

    private String words(Media.Kind kind, String name) {
        String key =
                switch (kind) {
                    case IMAGE -> "channel.came.image";
                    case VOICE -> "channel.came.voice";
                    case AUDIO -> "channel.came.audio";
                    case VIDEO -> "channel.came.video";
                    case DOCUMENT -> "channel.came.document";
                    case STICKER -> "channel.came.sticker";
                };
        return texts().get(key, name.replaceAll("[\\[\\]\\p{Cntrl}]", " ")).strip();
    }

    private static String bracketed(String words) {
        return "[" + words + "]";
    }

    private static String inside(String mark) {
        return mark.substring(1, mark.length() - 1);
    }
}
