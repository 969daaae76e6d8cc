package app.prosa.channel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON objects as trees. */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    // A buffer for each virtual thread would be one for each call.
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build();

    private static final JsonMapper MAPPER = new JsonMapper(FACTORY);
    private static final ObjectReader TREES =
            MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /**
     * Reads UTF-8, with U+FFFD for what is none.
     *
     * @return empty for what is no JSON object, or nested too deep
     */
    public static Optional<Fields> read(byte[] body) {
        try {
            // Always UTF-8 (RFC 8259, section 8.1); the parser itself would guess.
            JsonNode tree = TREES.readTree(new String(body, StandardCharsets.UTF_8));
            return tree.isObject() ? Optional.of(new Fields(tree)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** As UTF-8; a lone surrogate, which that has no way to write, becomes a question mark. */
    public static byte[] bytes(ObjectNode object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }
}
