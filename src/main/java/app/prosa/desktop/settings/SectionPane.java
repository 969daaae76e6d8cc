package app.prosa.desktop.settings;

import javafx.beans.DefaultProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A section of the page: its title, what it is about, the button that resets it, and its cards.
 * Public for FXML.
 */
@DefaultProperty("content")
public final class SectionPane extends VBox implements Searchable {
    private final Label title = new Label();
    private final Label intro = new Label();
    private final Button reset = new Button();
    private final VBox content = new VBox();
    private final ObservableList<Node> parts = FXCollections.observableArrayList();

    public SectionPane() {
        getStyleClass().add("settings-section");
        title.getStyleClass().add("settings-title");
        intro.getStyleClass().add("settings-intro");
        intro.setWrapText(true);
        SettingRow.shownWhenFilled(intro);
        content.getStyleClass().add("settings-content");
        reset.getStyleClass().add("quiet");
        title.setWrapText(true);
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.managedProperty().bind(reset.onActionProperty().isNotNull());
        reset.visibleProperty().bind(reset.managedProperty());
        parts.addListener((ListChangeListener<Node>) _ -> content.getChildren().setAll(parts));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, reset);
        head.getStyleClass().add("settings-head");
        getChildren().addAll(head, intro, content);
    }

    public ObservableList<Node> getContent() {
        return parts;
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public String getIntro() {
        return intro.getText();
    }

    public void setIntro(String text) {
        intro.setText(text);
    }

    public String getResetText() {
        return reset.getText();
    }

    public void setResetText(String text) {
        reset.setText(text);
    }

    public @Nullable EventHandler<ActionEvent> getOnReset() {
        return reset.getOnAction();
    }

    /** A section without this has no such button. */
    public void setOnReset(@Nullable EventHandler<ActionEvent> handler) {
        reset.setOnAction(handler);
    }

    /** A section that is itself what is searched for stays whole. */
    @Override
    public boolean narrow(String query) {
        boolean whole = SearchText.matches(getTitle() + " " + getIntro(), query);
        return Searchable.narrow(parts, whole ? "" : query, content.getChildren());
    }
}
