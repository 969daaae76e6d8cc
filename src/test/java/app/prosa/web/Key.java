package app.prosa.web;

import java.util.Map;

/** A key as the DevTools protocol wants it. */
enum Key {
    ENTER("Enter", 13, "\r", 0),
    SHIFT_ENTER("Enter", 13, "\r", 8),
    ESCAPE("Escape", 27, "", 0),
    TAB("Tab", 9, "", 0),
    SHIFT_TAB("Tab", 9, "", 8),
    PAGE_UP("PageUp", 33, "", 0);

    private final String name;
    private final int code;
    private final String text;
    private final int modifiers;

    Key(String name, int code, String text, int modifiers) {
        this.name = name;
        this.code = code;
        this.text = text;
        this.modifiers = modifiers;
    }

    Map<String, ?> event(String type) {
        return Map.of(
                "type",
                type,
                "key",
                name,
                "code",
                name,
                "windowsVirtualKeyCode",
                code,
                "modifiers",
                modifiers,
                "text",
                type.equals("keyDown") ? text : "");
    }
}
