package app.prosa.architecture.broken.desktop;

import javafx.application.Platform;

/** Wrong on purpose. */
final class CallsRunLater {
    void run(Runnable action) {
        Platform.runLater(action);
    }
}
