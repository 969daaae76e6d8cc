package app.prosa.desktop.shell;

import app.prosa.desktop.Views;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** Asks whether the hub shall go on without the window. */
final class ClosingQuestion {
    private final Overlay overlay;
    private final Consumer<Answer> answered;
    private final Parent card;

    @FXML private CheckBox remember;
    @FXML private Button keep;

    /**
     * What was said; nothing is, if the operator thought better of it.
     *
     * @param remember whether it holds from now on
     */
    record Answer(WhenClosed choice, boolean remember) {}

    ClosingQuestion(Overlay overlay, Texts texts, Consumer<Answer> answered) {
        this.overlay = overlay;
        this.answered = answered;
        this.card = Views.load("closing", this, texts);
    }

    /** Does nothing while it, or something else, lies over the window. */
    void ask() {
        if (!overlay.isOpen()) {
            overlay.open(card, keep);
        }
    }

    @FXML
    private void keep() {
        answer(WhenClosed.KEEP);
    }

    @FXML
    private void stop() {
        answer(WhenClosed.STOP);
    }

    @FXML
    private void cancel() {
        overlay.close();
    }

    private void answer(WhenClosed choice) {
        overlay.close();
        answered.accept(new Answer(choice, remember.isSelected()));
    }
}
