package app.prosa.channel.meta;

import app.prosa.channel.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that Meta writes in more than one way: ids and times are texts here and numbers there, and
 * a time counts seconds on WhatsApp and milliseconds elsewhere.
 */
public final class Values {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    /** Of 32 bits: the year 2106 in seconds, February of 1970 in milliseconds. */
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    private Values() {}

    /** A text or an integer, as text; empty when it is neither. */
    public static String id(Fields fields, String name) {
        JsonNode value = fields.node().path(name);
        return value.isIntegralNumber() ? value.asText() : fields.text(name);
    }

    /** The same in an object that is a field itself. */
    public static String id(Fields fields, String object, String name) {
        return fields.object(object).map(inner -> id(inner, name)).orElse("");
    }

    /** A whole number that is not below 0, or such a text; null when it is neither. */
    public static @Nullable Long number(Fields fields, String name) {
        String digits = id(fields, name);
        return DIGITS.matcher(digits).matches() ? Long.valueOf(digits) : null;
    }

    /** Null when it is missing, not after 1970 or beyond 2106. */
    public static @Nullable Instant time(Fields fields, String name) {
        Long time = number(fields, name);
        if (time == null || time == 0 || time > LAST_SECOND * 1000) {
            return null;
        }
        return time <= LAST_SECOND ? Instant.ofEpochSecond(time) : Instant.ofEpochMilli(time);
    }
}
