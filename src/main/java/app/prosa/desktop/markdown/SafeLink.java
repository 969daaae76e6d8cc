package app.prosa.desktop.markdown;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which links may be followed. */
final class SafeLink {
    private static final int LONGEST = 4_000;

    private SafeLink() {}

    /** The target itself if it is http, https or mailto, otherwise null. */
    static @Nullable String of(@Nullable String target) {
        if (target == null || target.length() > LONGEST || hasSpaceOrControl(target)) {
            return null;
        }
        String start = target.substring(0, Math.min(8, target.length())).toLowerCase(Locale.ROOT);
        boolean safe =
                start.startsWith("http://")
                        || start.startsWith("https://")
                        || start.startsWith("mailto:");
        return safe ? target : null;
    }

    private static boolean hasSpaceOrControl(String target) {
        return target.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c));
    }
}
