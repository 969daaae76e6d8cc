package app.prosa.desktop.settings;

import javafx.beans.DefaultProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Settings that belong together. Public for FXML. */
@DefaultProperty("rows")
public final class SettingCard extends VBox implements Searchable {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-row");

    private final ObservableList<Node> rows = FXCollections.observableArrayList();

    public SettingCard() {
        getStyleClass().add("settings-card");
        rows.addListener((ListChangeListener<Node>) _ -> getChildren().setAll(rows));
        getChildren().addListener((ListChangeListener<Node>) _ -> markFirst());
    }

    public ObservableList<Node> getRows() {
        return rows;
    }

    /** The first row shown has no line above it. */
    private void markFirst() {
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(FIRST, i == 0);
        }
    }

    @Override
    public boolean narrow(String query) {
        return Searchable.narrow(rows, query, getChildren());
    }
}
