package app.prosa.desktop.settings;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/**
 * The name of a model: typed, or picked from a list that what is typed narrows. Any name may be
 * typed, as not every server lists what it has.
 *
 * <p>Not an editable combo box: that one loses the text while its items are filtered.
 */
public final class ModelField extends HBox {
    private static final int ROWS = 8;

    private final TextField field = new TextField();
    private final Button open = new Button();
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final FilteredList<String> matching = new FilteredList<>(models);
    private final ListView<String> list = new ListView<>(matching);
    private final Popup popup = new Popup();
    private boolean picking;

    public ModelField() {
        getStyleClass().add("model-field");
        setAccessibleRole(AccessibleRole.PARENT);
        open.getStyleClass().setAll("button", "model-open");
        open.setGraphic(arrow());
        open.setFocusTraversable(false);
        open.setOnAction(_ -> toggle());
        open.disableProperty().bind(Bindings.isEmpty(models));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, open);
        list.getStyleClass().addAll("popup", "model-list");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                pick();
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        field.textProperty().subscribe((_, text) -> narrow(text));
        field.focusedProperty().subscribe(focused -> hideUnless(focused));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Region arrow() {
        Region arrow = new Region();
        arrow.getStyleClass().add("model-arrow");
        return arrow;
    }

    /** The field that holds the name; what is in it is the value. */
    public TextField field() {
        return field;
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    /**
     * @param name what the field is called for those who do not see it
     */
    public void name(String name, String openName) {
        field.setAccessibleText(name);
        open.setAccessibleText(openName);
    }

    public void setModels(List<String> names) {
        if (!models.equals(names)) {
            models.setAll(names);
        }
    }

    /** For a name that the operator did not type: the list stays closed. */
    public void quietly(Runnable change) {
        picking = true;
        change.run();
        picking = false;
    }

    public void show(String name) {
        quietly(() -> field.setText(name));
    }

    private void narrow(String text) {
        matching.setPredicate(name -> SearchText.matches(name, text));
        if (!picking && field.isFocused()) {
            showList();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case ENTER -> {
                if (popup.isShowing() && list.getSelectionModel().getSelectedItem() != null) {
                    pick();
                }
                popup.hide();
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int step) {
        event.consume();
        if (!popup.isShowing()) {
            matching.setPredicate(_ -> true);
            showList();
        }
        int index =
                Math.clamp(
                        list.getSelectionModel().getSelectedIndex() + (long) step,
                        0,
                        Math.max(0, matching.size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            field.requestFocus();
            matching.setPredicate(_ -> true);
            showList();
        }
    }

    private void showList() {
        if (matching.isEmpty() || getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefWidth(getWidth());
        list.setPrefHeight((Math.min(ROWS, matching.size()) + 0.5) * field.getHeight());
        Bounds place = localToScreen(getBoundsInLocal());
        if (!popup.isShowing()) {
            popup.show(this, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void hideUnless(boolean focused) {
        if (!focused) {
            popup.hide();
        }
    }

    private void pick() {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            quietly(() -> field.setText(chosen));
            field.positionCaret(chosen.length());
            field.fireEvent(new ActionEvent());
        }
        popup.hide();
    }
}
