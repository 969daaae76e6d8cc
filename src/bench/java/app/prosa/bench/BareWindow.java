package app.prosa.bench;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The least that can be called a window in our colours: what the start is compared with. */
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Application.launch(Window.class);
    }

    /** Same size, same stylesheets, one label. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            Scene scene = new Scene(new BorderPane(new Label("Prosa")), 1100, 720);
            for (String sheet : List.of("/css/tokens.css", "/css/app.css")) {
                scene.getStylesheets().add(BareWindow.class.getResource(sheet).toExternalForm());
            }
            stage.setScene(scene);
            stage.show();
            new SecondPulse().start();
        }
    }

    /** The same moment as the program reports: the second pulse finds the first frame painted. */
    private static final class SecondPulse extends AnimationTimer {
        private int pulses;

        @Override
        public void handle(long now) {
            if (++pulses == 2) {
                stop();
                System.out.println(Reported.PAINTED + " " + System.currentTimeMillis());
            }
        }
    }
}
