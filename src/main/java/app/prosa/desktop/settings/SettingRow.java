package app.prosa.desktop.settings;

import app.prosa.desktop.FxThread;
import javafx.beans.DefaultProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One setting: what it is, a line that explains it, and the control; under them, what is wrong with
 * the value. Public for FXML.
 */
@DefaultProperty("control")
public final class SettingRow extends VBox {
    /** How wide the words are at least, in the size of their own letters. */
    private static final double WORDS_EM = 13;

    private final Label label = new Label();
    private final Label hint = new Label();
    private final Label problem = new Label();
    private final VBox words = new VBox(label, hint);
    private final HBox line = new HBox(words);
    private final StringProperty problemText = new SimpleStringProperty("");
    private final FxThread.Latest<Boolean> fitting = new FxThread.Latest<>(this::cramp);
    private boolean stacked;
    private boolean cramped;
    private @Nullable Node control;

    public SettingRow() {
        getStyleClass().add("setting-row");
        line.getStyleClass().add("setting-line");
        words.getStyleClass().add("setting-words");
        label.getStyleClass().add("setting-label");
        hint.getStyleClass().add("setting-hint");
        problem.getStyleClass().add("setting-problem");
        label.setWrapText(true);
        hint.setWrapText(true);
        problem.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        shownWhenFilled(hint);
        shownWhenFilled(problem);
        problem.textProperty().bind(problemText);
        getChildren().addAll(line, problem);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    static void shownWhenFilled(Label label) {
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }

    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String text) {
        label.setText(text);
        nameControl();
    }

    public String getHint() {
        return hint.getText();
    }

    public void setHint(String text) {
        hint.setText(text);
        nameControl();
    }

    /**
     * The value is set elsewhere and cannot be changed here.
     *
     * @param where stands in the place of the hint
     */
    public void fix(String where) {
        setHint(where);
        Node node = control;
        if (node != null) {
            node.setDisable(true);
        }
    }

    /** What is wrong with the value, or empty. */
    public StringProperty problemProperty() {
        return problemText;
    }

    public boolean isStacked() {
        return stacked;
    }

    /** Puts the control under the words, as wide as the row, instead of beside them. */
    public void setStacked(boolean value) {
        stacked = value;
        place();
    }

    public @Nullable Node getControl() {
        return control;
    }

    public void setControl(Node value) {
        control = value;
        label.setLabelFor(value);
        place();
        nameControl();
    }

    /** Beside the words as long as those keep room to be read, which a large zoom may take. */
    private void place() {
        Node node = control;
        if (node == null) {
            return;
        }
        boolean under = stacked || cramped;
        line.getChildren().setAll(words);
        if (under) {
            getChildren().setAll(line, node, problem);
        } else {
            line.getChildren().add(node);
            getChildren().setAll(line, problem);
        }
        if (!stacked && node instanceof Region region) {
            region.setMinWidth(under ? Region.USE_COMPUTED_SIZE : Region.USE_PREF_SIZE);
        }
    }

    private void fit(double width) {
        Node node = control;
        if (node != null && !stacked && width > 0) {
            double room = width - node.prefWidth(-1) - snappedLeftInset() - snappedRightInset();
            // At the next pulse: this is the middle of the layout that brings the width.
            fitting.submit(room < WORDS_EM * label.getFont().getSize());
        }
    }

    private void cramp(boolean now) {
        if (now != cramped) {
            cramped = now;
            place();
        }
    }

    /** A box of several controls names each of them itself; it only gets a role. */
    private void nameControl() {
        Node node = control;
        if (node == null) {
            return;
        }
        if (node instanceof javafx.scene.layout.Pane) {
            node.setAccessibleRole(AccessibleRole.PARENT);
        }
        if (node.getAccessibleText() == null || node.getAccessibleText().isEmpty()) {
            node.setAccessibleText(getLabel());
        }
        node.setAccessibleHelp(getHint());
    }
}
