package app.prosa.desktop;

import app.prosa.settings.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads what is drawn in {@code fxml/}. */
public final class Views {
    private Views() {}

    /**
     * @param name the file without its ending, such as {@code conversation_list}
     * @param controller is given the nodes; the file names none
     */
    public static Parent load(String name, Object controller, Texts texts) {
        URL file = Objects.requireNonNull(Views.class.getResource("/fxml/" + name + ".fxml"), name);
        FXMLLoader loader = new FXMLLoader(file, texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + name + " cannot be drawn", e);
        }
    }
}
