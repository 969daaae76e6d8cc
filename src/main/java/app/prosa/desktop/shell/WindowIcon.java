package app.prosa.desktop.shell;

import app.prosa.desktop.FxThread;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The picture of the window in the task bar and the window list. */
final class WindowIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private WindowIcon() {}

    /** Returns at once: the pictures are decoded while the JavaFX thread does better things. */
    static void give(Stage stage) {
        Thread.ofVirtual()
                .name("window-icon")
                .start(() -> {
                    List<Image> images = load();
                    FxThread.run(() -> stage.getIcons().setAll(images));
                });
    }

    private static List<Image> load() {
        return IntStream.of(SIZES).mapToObj(WindowIcon::load).toList();
    }

    private static Image load(int size) {
        String name = "icon-%d.png".formatted(size);
        return new Image(
                Objects.requireNonNull(WindowIcon.class.getResource(name), name).toString());
    }
}
