package app.prosa.desktop.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A few choices side by side, of which one holds. The arrow keys move between them. Public for
 * FXML.
 *
 * @param <T> the choices
 */
public final class Segmented<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

    public Segmented() {
        getStyleClass().add("segmented");
        setAccessibleRole(AccessibleRole.PARENT);
        setMaxWidth(Region.USE_PREF_SIZE);
        group.selectedToggleProperty().subscribe(this::toggled);
        value.subscribe(this::select);
    }

    public void fill(List<T> choices, Function<T, String> text) {
        getChildren().setAll(choices.stream().map(c -> button(c, text.apply(c))).toList());
        ends(choices.size());
        select(value.get());
    }

    public void show(T choice) {
        value.set(choice);
    }

    /**
     * @param action is given what is chosen from now on, by hand or by {@link #show}
     */
    public void onChosen(Consumer<T> action) {
        value.subscribe((_, now) -> {
            if (now != null) {
                action.accept(now);
            }
        });
    }

    private ToggleButton button(T choice, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void ends(int size) {
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().get(size - 1).getStyleClass().add("last");
    }

    private void toggled(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null && before != null && before.getUserData().equals(value.get())) {
            // A click on the one that holds would let go of it.
            group.selectToggle(before);
        } else if (now != null) {
            @SuppressWarnings("unchecked") // only button() sets it
            T chosen = (T) now.getUserData();
            value.set(chosen);
        }
    }

    private void select(@Nullable T choice) {
        for (Node node : getChildren()) {
            ToggleButton button = (ToggleButton) node;
            if (button.getUserData().equals(choice)) {
                group.selectToggle(button);
            }
        }
    }
}
