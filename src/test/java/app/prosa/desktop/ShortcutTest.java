package app.prosa.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** The table of the shortcuts. */
class ShortcutTest {
    private final Shortcuts shortcuts = new Shortcuts();

    @Test
    void no_combination_means_two_things() {
        Map<String, Shortcut> seen = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            for (KeyCombination combination : shortcut.combinations()) {
                Shortcut other = seen.put(combination.getName(), shortcut);
                if (other != null) {
                    doubled.add(combination.getName() + ": " + other + " and " + shortcut);
                }
            }
        }
        assertEquals(List.of(), doubled);
    }

    /** A name that the toolkit does not know becomes a character that no key has. */
    @Test
    void every_combination_names_a_key() {
        for (Shortcut shortcut : Shortcut.values()) {
            shortcut.combinations()
                    .forEach(c -> assertInstanceOf(KeyCodeCombination.class, c, c.getName()));
        }
    }

    @Test
    void the_page_that_came_last_is_asked_first_and_may_decline() {
        List<String> asked = new ArrayList<>();
        shortcuts.on(Shortcut.STOP, () -> asked.add("window"));
        var later =
                shortcuts.offer(
                        Shortcut.STOP,
                        null,
                        combination -> {
                            asked.add("page");
                            return false;
                        });
        assertTrue(shortcuts.run(Shortcut.STOP, 0));
        assertEquals(List.of("page", "window"), asked);
        later.close();
        shortcuts.run(Shortcut.STOP, 0);
        assertEquals(List.of("page", "window", "window"), asked);
    }

    @Test
    void a_page_out_of_the_window_hears_nothing() {
        shortcuts.on(Shortcut.FIND, new Group(), () -> {});
        assertFalse(shortcuts.run(Shortcut.FIND, 0));
    }
}
