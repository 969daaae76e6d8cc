package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
    private static final Optional<String> NONE = Optional.of("app.display.none");
    private static final Optional<String> LIBRARIES = Optional.of("app.display.libraries");

    @Test
    void linux_without_a_display_server_has_no_screen() {
        assertEquals(NONE, Display.missing(Map.of(), "Linux", ""));
        assertEquals(NONE, Display.missing(Map.of("DISPLAY", " "), "Linux", "gtk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
    void either_display_server_is_a_screen(String name) {
        assertEquals(Optional.empty(), Display.missing(Map.of(name, ":0"), "Linux", ""));
    }

    @Test
    void the_headless_platform_needs_no_screen() {
        assertEquals(Optional.empty(), Display.missing(Map.of(), "Linux", "Headless"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void other_systems_always_have_one(String system) {
        assertEquals(Optional.empty(), Display.missing(Map.of(), system, ""));
    }

    /** What JavaFX throws where the libraries, or the server that DISPLAY names, are not there. */
    @Test
    void a_toolkit_that_cannot_start_is_explained() {
        assertEquals(
                LIBRARIES,
                Display.explain(
                        new UnsupportedOperationException("Unable to load glass GTK library.")));
        assertEquals(
                LIBRARIES,
                Display.explain(
                        new RuntimeException(new UnsatisfiedLinkError("no glassgtk3 in path"))));
        assertEquals(
                NONE, Display.explain(new UnsupportedOperationException("Unable to open DISPLAY")));
    }

    @Test
    void any_other_failure_is_not_about_the_screen() {
        assertEquals(Optional.empty(), Display.explain(new IllegalStateException("other")));
        assertEquals(Optional.empty(), Display.explain(new IllegalStateException()));
    }
}
