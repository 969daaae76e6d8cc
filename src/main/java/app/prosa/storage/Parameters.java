package app.prosa.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, in order: what {@link Row} is for reading, for writing. */
final class Parameters {
    private final List<@Nullable Object> values = new ArrayList<>();

    Parameters uuid(@Nullable UUID value) {
        return add(value);
    }

    Parameters text(@Nullable String value) {
        return add(value);
    }

    Parameters name(@Nullable Enum<?> value) {
        return add(value == null ? null : value.name());
    }

    Parameters number(@Nullable Number value) {
        return add(value);
    }

    Parameters flag(boolean value) {
        return add(value);
    }

    Parameters millis(@Nullable Instant value) {
        return add(value == null ? null : value.toEpochMilli());
    }

    Parameters millis(@Nullable Duration value) {
        return add(value == null ? null : value.toMillis());
    }

    Parameters bytes(byte[] value) {
        return add(value);
    }

    private Parameters add(@Nullable Object value) {
        values.add(value);
        return this;
    }

    List<@Nullable Object> list() {
        return values;
    }

    @Nullable Object[] array() {
        return values.toArray();
    }
}
