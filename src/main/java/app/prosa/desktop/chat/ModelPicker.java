package app.prosa.desktop.chat;

import app.prosa.conversation.ModelRef;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** A small window near a button with every model of every provider; typing narrows it down. */
final class ModelPicker {
    /** One line of the list. */
    record Choice(Settings.Provider provider, String model) {
        ModelRef ref() {
            return new ModelRef(provider.id(), model);
        }

        boolean matches(String words) {
            String all = (provider.name() + " " + model).toLowerCase(Locale.ROOT);
            return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(all::contains);
        }
    }

    private static final double GAP = 4;
    private static final double ROW = 34;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 10;

    private final Texts texts;
    private final Consumer<ModelRef> onChosen;
    private final Runnable onManage;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private List<Choice> choices = List.of();

    ModelPicker(Texts texts, Consumer<ModelRef> onChosen, Runnable onManage) {
        this.texts = texts;
        this.onChosen = onChosen;
        this.onManage = onManage;
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(content());
    }

    static List<Choice> choices(Settings settings) {
        return settings.models().providers().stream()
                .flatMap(p -> p.models().stream().map(model -> new Choice(p, model)))
                .toList();
    }

    void show(Node near, Settings settings) {
        choices = choices(settings);
        search.clear();
        narrow("");
        Bounds at = near.localToScreen(near.getBoundsInLocal());
        if (at != null) {
            popup.getScene().getStylesheets().setAll(near.getScene().getStylesheets());
            popup.getScene().getRoot().setStyle(near.getScene().getRoot().getStyle());
            popup.show(near, at.getMinX(), at.getMaxY() + GAP);
            keepInside(near.getScene().getWindow(), at);
            search.requestFocus();
        }
    }

    /** Within its window, and above the button where there is no room below. */
    private void keepInside(Window window, Bounds button) {
        double right = window.getX() + window.getWidth() - GAP;
        double bottom = window.getY() + window.getHeight() - GAP;
        popup.setX(Math.min(button.getMinX(), right - popup.getWidth()));
        if (button.getMaxY() + GAP + popup.getHeight() > bottom) {
            popup.setY(button.getMinY() - GAP - popup.getHeight());
        }
    }

    private VBox content() {
        search.setPromptText(texts.get("chat.model.search"));
        search.setAccessibleText(texts.get("chat.model.search"));
        search.textProperty().addListener(text -> narrow(search.getText()));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setAccessibleText(texts.get("chat.model.choose"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ChoiceCell());
        list.setPlaceholder(new Label(texts.get("chat.model.none")));
        list.setOnMouseClicked(e -> choose());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        Button manage = new Button(texts.get("chat.model.manage"));
        manage.getStyleClass().addAll("ghost", "small");
        manage.setOnAction(e -> {
            popup.hide();
            onManage.run();
        });
        VBox box = new VBox(search, list, manage);
        box.getStyleClass().add("model-picker");
        return box;
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                list.requestFocus();
                list.getSelectionModel().select(Math.min(1, choices.size() - 1));
            }
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void narrow(String words) {
        list.getItems().setAll(choices.stream().filter(c -> c.matches(words)).toList());
        int rows = Math.clamp(list.getItems().size(), LEAST_ROWS, MOST_ROWS);
        list.setPrefHeight(rows * list.getFixedCellSize() + GAP);
        list.getSelectionModel().selectFirst();
    }

    private void choose() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            onChosen.accept(chosen.ref());
        }
    }

    /** The model, and dimmed the provider. */
    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label model = new Label();
        private final Label provider = new Label();
        private final HBox row = new HBox(model, provider);

        ChoiceCell() {
            provider.getStyleClass().add("dim");
            HBox.setHgrow(model, Priority.ALWAYS);
            model.setMaxWidth(Double.MAX_VALUE);
            row.getStyleClass().add("model-choice");
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : row);
            if (!empty && choice != null) {
                model.setText(choice.model());
                provider.setText(choice.provider().name());
            }
        }
    }
}
