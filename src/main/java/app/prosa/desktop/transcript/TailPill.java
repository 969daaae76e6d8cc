package app.prosa.desktop.transcript;

import app.prosa.desktop.Icon;
import app.prosa.settings.Texts;
import javafx.scene.control.Button;

/** Leads back to the end. */
final class TailPill extends Button {
    private final Texts texts;

    TailPill(Texts texts, Runnable action) {
        this.texts = texts;
        setGraphic(Icon.ARROW_DOWN.small());
        getStyleClass().add("tail-pill");
        setManaged(false);
        setVisible(false);
        setOnAction(e -> action.run());
    }

    /**
     * @param far the end is out of sight
     * @param news something came that the reader has not seen
     */
    void update(boolean far, boolean news) {
        setVisible(far);
        String words = texts.get(news ? "transcript.new" : "transcript.end");
        if (!words.equals(getText())) {
            setText(words);
        }
        if (far) {
            autosize();
        }
    }
}
