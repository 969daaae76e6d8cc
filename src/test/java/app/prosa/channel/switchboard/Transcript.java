package app.prosa.channel.switchboard;

import app.prosa.channel.Inbound;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/**
 * What went over a wire, for people to read: a line for each value, named by where it stands, and
 * texts of several lines as blocks whose lines begin with a bar.
 */
final class Transcript {
    private final StringBuilder all = new StringBuilder();
    private int number;

    /** Something of its own. */
    void begin(String title) {
        all.append(all.isEmpty() ? "" : "\n").append("=== ").append(title).append('\n');
    }

    /** A request, counted from 1. */
    void request(String line, JsonNode body) {
        begin(++number + ": " + line);
        value("", body);
    }

    void request(String line, Map<String, String> form) {
        begin(++number + ": " + line);
        form.forEach(this::text);
    }

    void inbound(List<Inbound> heard) {
        if (heard.isEmpty()) {
            all.append("--- nothing\n");
        }
        for (Inbound one : heard) {
            all.append("--- ").append(one.getClass().getSimpleName()).append('\n');
            record("", (Record) one);
        }
    }

    private void record(String path, Record of) {
        for (RecordComponent field : of.getClass().getRecordComponents()) {
            try {
                Object value = field.getAccessor().invoke(of);
                object(path + field.getName(), value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void object(String path, Object value) {
        switch (value) {
            case null -> {}
            case Record inner -> {
                all.append(path).append(": ").append(inner.getClass().getSimpleName()).append('\n');
                record("  " + path + ".", inner);
            }
            case List<?> many -> {
                for (int i = 0; i < many.size(); i++) {
                    object(path + "[" + i + "]", many.get(i));
                }
            }
            default -> text(path, value.toString());
        }
    }

    /** A value of JSON. */
    void value(String path, JsonNode value) {
        if (value.isObject()) {
            String start = path.isEmpty() ? "" : path + ".";
            value.properties().forEach(field -> value(start + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(path + "[" + i + "]", value.get(i));
            }
        } else {
            text(path, value.asText());
        }
    }

    private void text(String name, String value) {
        boolean block = value.contains("\n") || value.length() > 100;
        all.append(name).append(block ? ":\n| " : ": ");
        all.append(block ? value.replace("\n", "\n| ") : value).append('\n');
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
