package app.prosa.desktop.settings;

import app.prosa.desktop.Navigation;
import app.prosa.settings.Texts;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts something into the clipboard and says so. */
record Copied(Navigation navigation, Texts texts) {

    void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        navigation.toast(texts.get("settings.copied"));
    }
}
