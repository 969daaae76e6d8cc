package app.prosa;

import java.util.Map;
import java.util.Optional;

/** Whether there is a screen to open a window on, and what is missing if there is none. */
final class Display {
    private static final String NONE = "app.display.none";
    private static final String LIBRARIES = "app.display.libraries";

    private Display() {}

    /**
     * Asked before the toolkit is loaded, which takes a while only to fail.
     *
     * @param system the name of the operating system, as in {@code os.name}
     * @param platform the toolkit's platform, as in {@code glass.platform}; empty for the usual one
     * @return the key of the sentence that says what is missing
     */
    static Optional<String> missing(
            Map<String, String> environment, String system, String platform) {
        boolean needsServer = system.equals("Linux") && !platform.equalsIgnoreCase("Headless");
        boolean hasServer = isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
        return needsServer && !hasServer ? Optional.of(NONE) : Optional.empty();
    }

    /** Whether this process has no screen. */
    static boolean isMissing() {
        return missing().isPresent();
    }

    /** What this process lacks. */
    static Optional<String> missing() {
        return missing(
                System.getenv(),
                System.getProperty("os.name"),
                System.getProperty("glass.platform", ""));
    }

    /**
     * @return the key of the sentence for a toolkit that could not start, or nothing if the failure
     *     is another
     */
    static Optional<String> explain(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure.getCause() instanceof UnsatisfiedLinkError || message.contains("GTK library")) {
            return Optional.of(LIBRARIES);
        }
        return message.contains("open DISPLAY") ? Optional.of(NONE) : Optional.empty();
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
