package app.prosa.channel.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A body of the type {@code application/x-www-form-urlencoded}, in its order and with every
 * repeated name.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard</a>
 */
public final class FormBody {
    private final List<Raw> raw;
    private final List<Field> fields;

    private FormBody(List<Raw> raw) {
        this.raw = raw;
        this.fields = raw.stream().map(Raw::decoded).toList();
    }

    /** A field, read as UTF-8; U+FFFD stands for what is none. */
    public record Field(String name, String value) {}

    /** A field as bytes, each the character of ISO 8859-1 that has its number. */
    record Raw(String name, String value) {

        Field decoded() {
            return new Field(text(name), text(value));
        }

        private static String text(String bytes) {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /**
     * Reads what a serializer by the standard writes: names and values of printable ASCII with
     * {@code %XX} for all else, an equals sign in each field, no field without a name.
     *
     * @return empty for everything else; no fields for an empty body
     */
    public static Optional<FormBody> parse(byte[] body) {
        return new FormParser(body).fields().map(FormBody::new);
    }

    public List<Field> fields() {
        return fields;
    }

    /** The value of the first field that has this name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    List<Raw> raw() {
        return raw;
    }
}
