package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Services;
import app.prosa.settings.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Says what stands between the operator and somebody on a channel, and offers what helps. */
final class CorrespondentController implements AutoCloseable {
    private final CorrespondentViewModel model;
    private final Texts texts;
    private CorrespondentNotice notice = CorrespondentNotice.NONE;
    private @Nullable Mode mode;

    @FXML private StackPane root;
    @FXML private HBox banner;
    @FXML private Label title;
    @FXML private Label words;
    @FXML private Button yes;
    @FXML private Button no;

    private CorrespondentController(CorrespondentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    static CorrespondentController of(Services services, Commands commands, Texts texts) {
        CorrespondentViewModel model =
                new CorrespondentViewModel(
                        services.engine(),
                        services.channelStore().correspondents(),
                        services.channelDesk(),
                        commands);
        return new CorrespondentController(model, texts);
    }

    @FXML
    private void initialize() {
        banner.getChildren().addFirst(Icon.INFO.node());
        model.shown().subscribe(this::show);
    }

    /** Who answers there has a say in what can be offered. */
    void show(@Nullable Conversation conversation) {
        mode = conversation == null ? null : conversation.mode();
        model.show(conversation);
        show(model.shown().get());
    }

    private void show(Optional<Correspondent> somebody) {
        notice = CorrespondentNotice.of(somebody);
        shown(root, notice != CorrespondentNotice.NONE);
        banner.getStyleClass().remove("warning");
        somebody.ifPresent(who -> say(name(who), who.held()));
    }

    private void say(String name, int held) {
        switch (notice) {
            case NONE -> {}
            case WAITING -> {
                banner.getStyleClass().add("warning");
                say(
                        texts.get("chat.waiting.title", name),
                        texts.get(answers() ? "chat.waiting.answers" : "chat.waiting.words"));
                offer("chat.waiting.approve", "chat.waiting.block");
            }
            case BARRED -> {
                say(texts.get("chat.barred.title", name), texts.get("chat.barred.words"));
                offer("chat.waiting.approve", null);
            }
            case OPTED_OUT -> {
                say(texts.get("chat.optedOut.title", name), texts.get("chat.optedOut.words"));
                offer(null, null);
            }
            case UNREACHABLE -> {
                say(texts.get("chat.unreachable.title", name), texts.get("chat.unreachable.words"));
                offer(null, null);
            }
            case HELD -> {
                banner.getStyleClass().add("warning");
                say(texts.get("chat.held.title", held), texts.get("chat.held.words"));
                offer(answers() ? "chat.held.answer" : null, "chat.held.leave");
            }
        }
    }

    private void say(String headline, String sentence) {
        title.setText(headline);
        words.setText(sentence);
    }

    private boolean answers() {
        return mode == Mode.AUTO;
    }

    /** As they call themselves, and by what nobody else can call themselves. */
    private String name(Correspondent who) {
        String handle = who.handle().isBlank() ? who.address().chatId() : who.handle();
        return who.name().isBlank() ? handle : texts.get("chat.somebody", who.name(), handle);
    }

    private void offer(@Nullable String first, @Nullable String second) {
        label(yes, first);
        label(no, second);
    }

    private void label(Button button, @Nullable String key) {
        shown(button, key != null);
        button.setText(key == null ? "" : texts.get(key));
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    @FXML
    private void yes() {
        switch (notice) {
            case WAITING, BARRED -> model.approve();
            case HELD -> model.release(true);
            case NONE, OPTED_OUT, UNREACHABLE -> {}
        }
    }

    @FXML
    private void no() {
        switch (notice) {
            case WAITING -> model.block();
            case HELD -> model.release(false);
            case NONE, BARRED, OPTED_OUT, UNREACHABLE -> {}
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
