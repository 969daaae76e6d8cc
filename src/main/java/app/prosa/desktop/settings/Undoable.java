package app.prosa.desktop.settings;

import app.prosa.desktop.Navigation;
import app.prosa.settings.Texts;
import java.util.function.UnaryOperator;

/** Changes that say what they did and can be taken back. */
record Undoable(Navigation navigation, Texts texts) {
    /**
     * @param said names the sentence that is shown
     */
    <T> void change(Slice<T> slice, UnaryOperator<T> change, String said) {
        say(texts.get(said), slice.replace(change));
    }

    void say(String text, Runnable undo) {
        navigation.toast(text, texts.get("settings.undo"), undo);
    }
}
