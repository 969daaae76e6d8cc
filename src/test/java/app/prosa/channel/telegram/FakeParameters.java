package app.prosa.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The parameters of a call. Stricter than the original, which takes a number for a text and passes
 * over what it does not know.
 */
final class FakeParameters {
    private final JsonNode all;
    private final Set<String> read = new HashSet<>();

    FakeParameters(JsonNode all) {
        if (!all.isObject()) {
            throw FakeRefusal.bad("there is no JSON object");
        }
        this.all = all;
    }

    boolean has(String name) {
        read.add(name);
        return all.has(name);
    }

    long integer(String name) {
        JsonNode value = get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw FakeRefusal.bad(name + " is no integer");
        }
        return value.longValue();
    }

    long integer(String name, long from, long to, long otherwise) {
        long value = has(name) ? integer(name) : otherwise;
        if (value < from || value > to) {
            throw FakeRefusal.bad(name + " is not between " + from + " and " + to);
        }
        return value;
    }

    String text(String name) {
        JsonNode value = get(name);
        if (!value.isTextual()) {
            throw FakeRefusal.bad(name + " is no text");
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!get(name).isBoolean()) {
            throw FakeRefusal.bad(name + " is neither true nor false");
        }
        return get(name).booleanValue();
    }

    FakeParameters object(String name) {
        return new FakeParameters(get(name));
    }

    /** The original remembers the kinds of the last call; here they must be said. */
    List<String> kinds() {
        JsonNode kinds = get("allowed_updates");
        if (!kinds.isArray()
                || kinds.isEmpty()
                || !kinds.valueStream().allMatch(JsonNode::isTextual)) {
            throw FakeRefusal.bad("allowed_updates is no list of texts");
        }
        return StreamSupport.stream(kinds.spliterator(), false).map(JsonNode::textValue).toList();
    }

    /** To be called once all is read. */
    void end() {
        all.fieldNames()
                .forEachRemaining(name -> {
                    if (!read.contains(name)) {
                        throw FakeRefusal.bad("nobody knows " + name);
                    }
                });
    }

    private JsonNode get(String name) {
        read.add(name);
        return all.path(name);
    }
}
