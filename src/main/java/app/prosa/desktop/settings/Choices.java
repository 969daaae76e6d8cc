package app.prosa.desktop.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Combo boxes whose choices come and go. */
final class Choices {
    private Choices() {}

    static <T> void named(ComboBox<T> box, Function<T, String> name) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : name.apply(choice);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null;
                    }
                });
    }

    /** Shows what holds; nobody is told. */
    static <T> void show(ComboBox<T> box, List<T> choices, T chosen) {
        box.getProperties().put(Choices.class, true);
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
        box.setValue(chosen);
        box.getProperties().remove(Choices.class);
    }

    /** Is told of what is chosen by hand. */
    static <T> void onChosen(ComboBox<T> box, Consumer<T> action) {
        box.valueProperty()
                .subscribe((_, now) -> {
                    if (now != null && !box.getProperties().containsKey(Choices.class)) {
                        action.accept(now);
                    }
                });
    }
}
