package app.prosa.settings.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may talk on a channel. */
public enum Door {
    /** Whoever writes, within the limits. */
    EVERYONE,
    /** Those whom the operator let in; others wait, and nothing is ever sent to them. */
    KNOWN,
    /** Those whom the operator let in; others are not heard. */
    NOBODY;

    /** As the environment names them: everyone, known, nobody. */
    public static Optional<Door> named(String word) {
        return Arrays.stream(values())
                .filter(door -> door.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
