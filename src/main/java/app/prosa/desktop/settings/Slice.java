package app.prosa.desktop.settings;

import app.prosa.settings.Settings;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * One part of the settings, followed wherever it changes and changed at once.
 *
 * @param <T> the part
 */
final class Slice<T> implements AutoCloseable {
    private final SettingsDesk desk;
    private final Function<Settings, T> part;
    private final BiFunction<Settings, T, Settings> with;
    private final ReadOnlyObjectWrapper<T> value;
    private final Subscription subscription;

    Slice(SettingsDesk desk, Function<Settings, T> part, BiFunction<Settings, T, Settings> with) {
        this.desk = desk;
        this.part = part;
        this.with = with;
        this.value = new ReadOnlyObjectWrapper<>(part.apply(desk.shown()));
        this.subscription = desk.shownProperty().subscribe(all -> value.set(part.apply(all)));
    }

    T get() {
        return value.get();
    }

    ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    void change(UnaryOperator<T> change) {
        if (!change.apply(get()).equals(get())) {
            desk.update(all -> with.apply(all, change.apply(part.apply(all))));
        }
    }

    /**
     * @return takes it back
     */
    Runnable replace(UnaryOperator<T> change) {
        // What is stored may differ from what is shown, where the environment overrides it.
        AtomicReference<T> before = new AtomicReference<>(get());
        desk.update(all -> {
            before.set(part.apply(all));
            return with.apply(all, change.apply(part.apply(all)));
        });
        return () -> desk.update(all -> with.apply(all, before.get()));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
