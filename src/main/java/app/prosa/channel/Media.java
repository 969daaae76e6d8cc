package app.prosa.channel;

import org.jspecify.annotations.Nullable;

/** What came with a message besides text. */
public sealed interface Media {

    /**
     * A file that lies with the platform.
     *
     * @param reference by which the platform's client fetches it
     * @param name of a document, or the emoji that a sticker stands for; may be empty
     * @param mediaType such as {@code image/jpeg}, as the platform says it; may be empty
     * @param size in bytes as the platform says it, or null
     */
    record File(Kind kind, String reference, String name, String mediaType, @Nullable Long size)
            implements Media {}

    enum Kind {
        IMAGE,
        /** Spoken into the telephone. */
        VOICE,
        AUDIO,
        VIDEO,
        DOCUMENT,
        STICKER
    }

    /**
     * A place.
     *
     * @param latitude in degrees, north is positive
     * @param longitude in degrees, east is positive
     * @param name of the place, with its address; may be empty
     */
    record Location(double latitude, double longitude, String name) implements Media {}

    /** Somebody's card. */
    record Contact(String name, String phone) implements Media {}

    /**
     * What we can do nothing with.
     *
     * @param what the platform's own word for it
     */
    record Other(String what) implements Media {}
}
