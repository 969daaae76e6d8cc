package app.prosa.desktop.settings;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/**
 * Takes what is typed over when the typing pauses, at Enter, and when the field loses the focus:
 * everything applies at once, but not at every key.
 */
final class CommitWhenSettled {
    private static final Duration PAUSE = Duration.millis(600);

    private final TextInputControl field;
    private final Consumer<String> commit;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String committed;

    private CommitWhenSettled(TextInputControl field, Consumer<String> commit) {
        this.field = field;
        this.commit = commit;
        this.committed = field.getText();
        pause.setOnFinished(_ -> commit());
    }

    static CommitWhenSettled on(TextInputControl field, Consumer<String> commit) {
        CommitWhenSettled settled = new CommitWhenSettled(field, commit);
        field.textProperty().subscribe((_, _) -> settled.typed());
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        settled.commit();
                    }
                });
        if (field instanceof TextField line) {
            line.setOnAction(_ -> settled.commit());
        }
        return settled;
    }

    /** Shows a value that came from elsewhere, unless the operator is typing another one. */
    void show(String value) {
        boolean typing = field.isFocused() && !field.getText().equals(committed);
        if (!typing && !field.getText().equals(value)) {
            field.setText(value);
        }
        committed = typing ? committed : value;
        if (!typing) {
            pause.stop();
        }
    }

    private void typed() {
        if (!field.getText().equals(committed)) {
            pause.playFromStart();
        }
    }

    private void commit() {
        pause.stop();
        String text = field.getText();
        if (!text.equals(committed)) {
            committed = text;
            commit.accept(text);
        }
    }
}
