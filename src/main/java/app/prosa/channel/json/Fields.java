package app.prosa.channel.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which nothing is certain: a field of another type than the one that is asked for
 * is as good as missing.
 *
 * @param node the object; one that is none has no fields
 */
public record Fields(JsonNode node) {
    /** Of 32 bits; what is beyond is no date but something else. */
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** Whether the field is there, with whatever but null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The text with U+FFFD for lone surrogates, in as many UTF-16 units; empty when missing. */
    public String text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? wellFormed(value.textValue()) : "";
    }

    /** Null when it is missing, no integer, or larger than a long. */
    public @Nullable Long number(String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    /** Null when it is missing or no number. */
    public @Nullable Double decimal(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.doubleValue() : null;
    }

    /** Of whole seconds since 1970; null when it is missing, not after 1970 or beyond 2106. */
    public @Nullable Instant time(String name) {
        Long seconds = number(name);
        return seconds == null || seconds <= 0 || seconds > LAST_SECOND
                ? null
                : Instant.ofEpochSecond(seconds);
    }

    /** False when it is missing. */
    public boolean flag(String name) {
        return node.path(name).booleanValue();
    }

    public Optional<Fields> object(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(Fields::new);
    }

    /** The objects in a list, without what else is there; none when it is missing. */
    public List<Fields> objects(String name) {
        return node.path(name)
                .valueStream()
                .filter(value -> value.isObject() && node.path(name).isArray())
                .map(Fields::new)
                .toList();
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
