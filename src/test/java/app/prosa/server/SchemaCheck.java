package app.prosa.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks JSON against the part of JSON Schema (draft 2020-12) that the hub's document uses. Meets
 * it a word that it does not know, it says so: a rule that is not looked at is none.
 */
final class SchemaCheck {
    private static final Set<String> KNOWN =
            Set.of(
                    "$ref",
                    "type",
                    "description",
                    "properties",
                    "required",
                    "additionalProperties",
                    "items",
                    "enum",
                    "anyOf",
                    "format",
                    "minimum",
                    "maximum",
                    "minLength",
                    "maxLength",
                    "x-events");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /**
     * @return what is wrong, each with where it is; empty when nothing is
     */
    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document);
        check.check(schema, value, "$");
        return check.faults;
    }

    private void check(JsonNode schema, JsonNode value, String where) {
        for (String word : names(schema)) {
            if (!KNOWN.contains(word)) {
                faults.add(where + ": the checker does not know " + word);
            }
        }
        if (schema.has("$ref")) {
            JsonNode target = document.at(schema.path("$ref").asText().substring(1));
            if (target.isMissingNode()) {
                faults.add(where + ": nothing is named " + schema.path("$ref"));
            }
            check(target, value, where);
            return;
        }
        any(schema, value, where);
        type(schema, value, where);
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(where + ": not one of those allowed: " + value);
        }
        object(schema, value, where);
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.path(i), where + "[" + i + "]");
            }
        }
        bounds(schema, value, where);
    }

    private void any(JsonNode schema, JsonNode value, String where) {
        boolean good = !schema.has("anyOf");
        for (JsonNode one : schema.path("anyOf")) {
            good |= faults(document, one, value).isEmpty();
        }
        if (!good) {
            faults.add(where + ": fits none of anyOf: " + value);
        }
    }

    private void type(JsonNode schema, JsonNode value, String where) {
        JsonNode type = schema.path("type");
        boolean good = type.isMissingNode() || (type.isTextual() && is(type, value));
        for (JsonNode one : type) {
            good |= is(one, value);
        }
        if (!good) {
            faults.add(where + ": no " + type + ": " + value);
        }
    }

    private static boolean is(JsonNode type, JsonNode value) {
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode all, JsonNode value) {
        for (JsonNode one : all) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private void object(JsonNode schema, JsonNode value, String where) {
        if (!value.isObject()) {
            return;
        }
        JsonNode properties = schema.path("properties");
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                faults.add(where + ": lacks " + name);
            }
        }
        for (String name : names(value)) {
            if (properties.has(name)) {
                check(properties.path(name), value.path(name), where + "." + name);
            } else if (schema.has("additionalProperties")) {
                faults.add(where + ": nobody said that there is " + name);
            }
        }
    }

    private void bounds(JsonNode schema, JsonNode value, String where) {
        boolean good = true;
        if (value.isNumber()) {
            good =
                    value.asDouble() >= schema.path("minimum").asDouble(-Double.MAX_VALUE)
                            && value.asDouble()
                                    <= schema.path("maximum").asDouble(Double.MAX_VALUE);
        } else if (value.isTextual()) {
            int length = value.textValue().codePointCount(0, value.textValue().length());
            good =
                    length >= schema.path("minLength").asInt(0)
                            && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                            && hasFormat(schema.path("format").asText(), value.textValue());
        }
        if (!good) {
            faults.add(where + ": out of bounds: " + value);
        }
    }

    private static boolean hasFormat(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
