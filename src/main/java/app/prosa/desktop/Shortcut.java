package app.prosa.desktop;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** All shortcuts of the window. {@code Shortcut} is Cmd on macOS and Ctrl elsewhere. */
public enum Shortcut {
    NEW_CHAT("Shortcut+N", "Shortcut+Shift+O"),
    SEARCH("Shortcut+K"),
    FIND("Shortcut+F"),
    FIND_NEXT("F3", "Shortcut+G"),
    FIND_PREVIOUS("Shift+F3", "Shortcut+Shift+G"),
    SETTINGS("Shortcut+Comma"),
    TOGGLE_LIST("Shortcut+B"),
    TOGGLE_INSPECTOR("Shortcut+Shift+B"),
    COMPOSER("Shift+Esc", "Shortcut+I"),
    CHOOSE_MODEL("Shortcut+Shift+M"),
    NEXT_CHAT("Ctrl+Tab"),
    PREVIOUS_CHAT("Ctrl+Shift+Tab"),
    /** One combination for each of the first nine. */
    CHAT_BY_NUMBER(
            IntStream.rangeClosed(1, 9).mapToObj(n -> "Shortcut+" + n).toArray(String[]::new)),
    RENAME("F2"),
    REGENERATE("Shortcut+R"),
    COPY_REPLY("Shortcut+Shift+C"),
    COPY_CODE("Shortcut+Shift+Semicolon"),
    TRASH("Shortcut+Shift+Backspace"),
    STOP("Esc"),
    ZOOM_IN("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
    ZOOM_OUT("Shortcut+Minus", "Shortcut+Subtract"),
    ZOOM_RESET("Shortcut+0", "Shortcut+Numpad 0"),
    HELP("F1", "Shortcut+Slash");

    @SuppressWarnings("ImmutableEnumChecker") // made by toList, of immutable combinations
    private final List<KeyCombination> combinations;

    Shortcut(String... combinations) {
        this.combinations = Stream.of(combinations).map(KeyCombination::valueOf).toList();
    }

    /** The first is the one to show. */
    public List<KeyCombination> combinations() {
        return combinations;
    }

    /** As it is printed on this computer's keys, such as {@code Ctrl+N}. */
    public String display() {
        String first = combinations.getFirst().getDisplayText();
        return switch (this) {
            case CHAT_BY_NUMBER -> first + "…9";
            case TRASH -> first.replace("Back Space", "Backspace");
            case COMPOSER, STOP -> first.replace("Escape", "Esc");
            default -> first;
        };
    }

    /** The key of its name in the texts. */
    public String textKey() {
        return "keys." + name().toLowerCase(Locale.ROOT);
    }
}
