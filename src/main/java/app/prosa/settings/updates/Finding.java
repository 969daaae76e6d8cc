package app.prosa.settings.updates;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of a look for a newer version. */
public sealed interface Finding {
    /** There is no newer one. */
    record UpToDate() implements Finding {}

    /**
     * There is one.
     *
     * @param version by its numbers, such as {@code 1.2.0}
     * @param page where it is described, always https; null if the answer named no such page
     */
    record Newer(String version, @Nullable URI page) implements Finding {}

    /** Nobody knows. */
    record Unknown(Reason reason) implements Finding {}

    /** Why nobody knows. */
    enum Reason {
        /** No connection, or no whole answer in time. */
        UNREACHABLE,
        /** No version is published there. */
        NOTHING_THERE,
        /** More questions came from this network than are answered. */
        ASKED_TOO_OFTEN,
        /** Any other answer that is none. */
        REFUSED,
        /** Sent on to where no one should go, or sent on for ever. */
        LED_ASTRAY,
        /** An answer came, and is not what was asked for. */
        NOT_UNDERSTOOD
    }
}
