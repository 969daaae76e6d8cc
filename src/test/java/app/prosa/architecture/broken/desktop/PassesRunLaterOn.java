package app.prosa.architecture.broken.desktop;

import java.util.function.Consumer;
import javafx.application.Platform;

/** Wrong on purpose. */
final class PassesRunLaterOn {
    Consumer<Runnable> later() {
        return Platform::runLater;
    }
}
