package app.prosa.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records out of JSON that may be of an older or newer version, or edited by hand: what is missing
 * or wrong takes the default of that one field, and the rest is kept. One reader reads one file.
 */
final class RecordReader {
    private final ObjectMapper mapper;
    private final Entries entries;
    private boolean understood = true;

    RecordReader(ObjectMapper mapper, Entries entries) {
        this.mapper = mapper;
        this.entries = entries;
    }

    /** The records that have no default as a whole, such as those in lists. */
    interface Entries {
        /** What the missing fields of such a record are; null for any other type. */
        @Nullable Record blank(Class<?> type);

        /** False if a field is missing without which it is worth nothing. */
        boolean usable(Record entry);
    }

    /** False as soon as something was passed over: to write the result would lose it. */
    boolean understood() {
        return understood;
    }

    <R extends Record> R read(JsonNode json, R defaults) {
        if (!json.isObject()) {
            return passOver(defaults);
        }
        RecordComponent[] fields = defaults.getClass().getRecordComponents();
        noteUnknown(json, fields);
        @Nullable Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(json.get(fields[i].getName()), fields[i], get(fields[i], defaults));
        }
        return made(fields, values, defaults);
    }

    /** A constructor that corrects a value says thereby that it was wrong. */
    private <R extends Record> R made(
            RecordComponent[] fields, @Nullable Object[] values, R defaults) {
        R made = construct(fields, values, defaults);
        boolean corrected = false;
        for (int i = 0; i < fields.length; i++) {
            if (!Objects.equals(values[i], get(fields[i], made))) {
                values[i] = passOver(get(fields[i], defaults));
                corrected = true;
            }
        }
        return corrected ? construct(fields, values, defaults) : made;
    }

    private @Nullable Object value(
            @Nullable JsonNode json, RecordComponent field, @Nullable Object fallback) {
        if (json == null) {
            return fallback;
        }
        if (json.isNull()) {
            boolean nullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return nullable ? null : passOver(fallback);
        }
        if (fallback instanceof Record record) {
            return read(json, record);
        }
        if (field.getType() == List.class) {
            return list(json, field, fallback);
        }
        return single(json, field.getType(), fallback);
    }

    private @Nullable Object list(JsonNode json, RecordComponent field, @Nullable Object fallback) {
        if (!json.isArray()) {
            return passOver(fallback);
        }
        var type = (ParameterizedType) field.getGenericType();
        var list = new ArrayList<Object>();
        for (JsonNode element : json) {
            Object value = single(element, (Class<?>) type.getActualTypeArguments()[0], null);
            if (value != null) {
                list.add(value);
            }
        }
        return List.copyOf(list);
    }

    private @Nullable Object single(JsonNode json, Class<?> type, @Nullable Object fallback) {
        Record blank = entries.blank(type);
        if (blank != null) {
            Record entry = read(json, blank);
            return entries.usable(entry) ? entry : passOver(fallback);
        }
        try {
            Object value = mapper.treeToValue(json, type);
            return value == null ? passOver(fallback) : value;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return passOver(fallback);
        }
    }

    private void noteUnknown(JsonNode json, RecordComponent[] fields) {
        Set<String> known =
                Arrays.stream(fields).map(RecordComponent::getName).collect(Collectors.toSet());
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            understood &= known.contains(names.next());
        }
    }

    private <T extends @Nullable Object> T passOver(T fallback) {
        understood = false;
        return fallback;
    }

    private static @Nullable Object get(RecordComponent field, Record record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Settings are public records", e);
        }
    }

    @SuppressWarnings("unchecked") // the class of an R makes an R
    private static <R extends Record> R construct(
            RecordComponent[] fields, @Nullable Object[] values, R like) {
        Class<?>[] types =
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (R) like.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Settings correct their values and throw nothing", e);
        }
    }
}
