package app.prosa.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes something, as it can be done, or done again.
 *
 * @param parameters of the types that {@link Reads} names
 */
record Change(String sql, List<@Nullable Object> parameters) {
    static Change of(String sql, @Nullable Object... parameters) {
        List<@Nullable Object> list = new ArrayList<>(parameters.length);
        Collections.addAll(list, parameters);
        return new Change(sql, list);
    }

    static Change of(String sql, Parameters parameters) {
        return new Change(sql, parameters.list());
    }
}
