package app.prosa.channel.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The body of a call. Stricter than the original, which takes a number for a text and passes over
 * what it does not know.
 */
final class GraphParameters {
    private final JsonNode all;
    private final String name;
    private final Set<String> read = new HashSet<>();

    GraphParameters(JsonNode all) {
        this(all, "");
    }

    private GraphParameters(JsonNode all, String name) {
        if (!all.isObject()) {
            throw GraphRefusal.parameter("The parameter " + name + " is required");
        }
        this.all = all;
        this.name = name;
    }

    boolean has(String field) {
        read.add(field);
        return all.has(field);
    }

    String text(String field) {
        JsonNode value = get(field);
        if (!value.isTextual()) {
            throw GraphRefusal.parameter("The parameter " + name + field + " is required");
        }
        return value.textValue();
    }

    /** Must be one of some texts. */
    String text(String field, String... allowed) {
        String text = text(field);
        if (!Set.of(allowed).contains(text)) {
            throw GraphRefusal.parameter("Param " + name + field + " must be one of some values");
        }
        return text;
    }

    void flag(String field) {
        if (!get(field).isBoolean()) {
            throw GraphRefusal.parameter("Param " + name + field + " must be a boolean");
        }
    }

    GraphParameters object(String field) {
        return new GraphParameters(get(field), field + ".");
    }

    /** To be called once all is read. */
    void end() {
        all.fieldNames()
                .forEachRemaining(field -> {
                    if (!read.contains(field)) {
                        throw GraphRefusal.parameter("Unexpected key " + name + field);
                    }
                });
    }

    private JsonNode get(String field) {
        read.add(field);
        return all.path(field);
    }
}
