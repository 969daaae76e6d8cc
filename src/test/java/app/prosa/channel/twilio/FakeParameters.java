package app.prosa.channel.twilio;

import app.prosa.channel.signature.FormBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form or a query. Stricter than the original, which passes over what it does not
 * know.
 */
final class FakeParameters {
    private final Map<String, String> values = new LinkedHashMap<>();

    FakeParameters(byte[] encoded, Set<String> known) {
        FormBody form =
                FormBody.parse(encoded)
                        .orElseThrow(() -> FakeRefused.bad(20001, "This is no form"));
        for (FormBody.Field field : form.fields()) {
            if (!known.contains(field.name())) {
                throw FakeRefused.bad(20001, "Nobody knows " + field.name());
            }
            if (values.put(field.name(), field.value()) != null) {
                throw FakeRefused.bad(20001, field.name() + " is said twice");
            }
        }
    }

    /** Of what follows the question mark. */
    static FakeParameters query(String target, Set<String> known) {
        int query = target.indexOf('?');
        String encoded = query < 0 ? "" : target.substring(query + 1);
        return new FakeParameters(encoded.getBytes(StandardCharsets.ISO_8859_1), known);
    }

    /** Null when it is missing or empty. */
    @Nullable String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    String require(String name, int code) {
        String value = get(name);
        if (value == null) {
            throw FakeRefused.bad(code, "A '" + name + "' is required.");
        }
        return value;
    }

    int number(String name, int otherwise, int most) {
        String value = get(name, "" + otherwise);
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) > most) {
            throw FakeRefused.bad(20001, name + " is no number up to " + most);
        }
        return Integer.parseInt(value);
    }
}
