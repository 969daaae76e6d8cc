package app.prosa.desktop.chat;

import app.prosa.settings.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** What a new chat shows: something to begin with, or what is missing before one can begin. */
public final class EmptyChatController {
    private static final int STARTERS = 4;

    /** What can answer. */
    enum Brain {
        NONE,
        DEMO,
        REAL
    }

    private final Texts texts;
    private final Consumer<String> onStarter;
    private final Runnable onSetUp;
    private final Runnable onDemo;

    @FXML private Pane root;
    @FXML private Label note;
    @FXML private Pane noModel;
    @FXML private Button setUp;
    @FXML private Button demo;
    @FXML private FlowPane starters;

    EmptyChatController(
            Texts texts, Consumer<String> onStarter, Runnable onSetUp, Runnable onDemo) {
        this.texts = texts;
        this.onStarter = onStarter;
        this.onSetUp = onSetUp;
        this.onDemo = onDemo;
    }

    @FXML
    private void initialize() {
        setUp.setOnAction(e -> onSetUp.run());
        demo.setOnAction(e -> onDemo.run());
        List<Button> buttons =
                IntStream.rangeClosed(1, STARTERS)
                        .mapToObj(i -> starter(texts.get("chat.empty.starter." + i)))
                        .toList();
        starters.getChildren().setAll(buttons);
    }

    private Button starter(String text) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> onStarter.accept(text));
        return button;
    }

    Pane root() {
        return root;
    }

    void show(Brain brain) {
        showOnly(noModel, brain == Brain.NONE);
        showOnly(starters, brain != Brain.NONE);
        note.setText(texts.get(brain == Brain.DEMO ? "chat.empty.demo" : "chat.empty.text"));
    }

    private static void showOnly(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
