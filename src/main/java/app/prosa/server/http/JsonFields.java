package app.prosa.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some text fields of a JSON object; all others are passed over. The last of two equal ones counts.
 */
public final class JsonFields {
    private final List<String> names;
    private final @Nullable String[] texts;
    private final boolean[] wrong;

    private JsonFields(List<String> names) {
        this.names = names;
        this.texts = new String[names.size()];
        this.wrong = new boolean[names.size()];
    }

    /**
     * @throws Refusal INVALID_JSON for what is no JSON object, or nested too deep
     */
    public static JsonFields read(byte[] body, List<String> names) {
        JsonFields fields = new JsonFields(names);
        try (JsonParser in = Json.parser(body)) {
            fields.readObject(in);
        } catch (IOException e) {
            // Neither JSON nor, perhaps, text.
            throw new Refusal(ApiError.INVALID_JSON);
        }
        return fields;
    }

    /** The text, or null when the field is missing or null. */
    public @Nullable String text(String name) {
        return texts[names.indexOf(name)];
    }

    /** Whether the field is there with something else than text. */
    public boolean isWrong(String name) {
        return wrong[names.indexOf(name)];
    }

    private void readObject(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(ApiError.INVALID_JSON);
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            int index = names.indexOf(name);
            if (index >= 0) {
                texts[index] = value == JsonToken.VALUE_STRING ? in.getText() : null;
                wrong[index] = value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL;
            }
            in.skipChildren();
        }
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
            throw new Refusal(ApiError.INVALID_JSON);
        }
    }
}
