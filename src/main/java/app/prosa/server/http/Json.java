package app.prosa.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as the hub reads and writes it: streamed, bounded, nothing bound by reflection. */
public final class Json {
    /** Deeper than anything the hub understands, and far from any stack's end. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;

    /**
     * Virtual threads share what they lend; a buffer for each thread would be one for each call.
     */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    // Anybody may send any name: none is kept.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build();

    private static final ObjectReader TREES =
            new ObjectMapper(FACTORY).reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    public static byte[] bytes(JsonBody body) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = FACTORY.createGenerator(out)) {
                body.write(json);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads token by token; what is wrong is a {@link JsonProcessingException} of the reading. */
    public static JsonParser parser(byte[] body) throws IOException {
        return FACTORY.createParser(body);
    }

    /**
     * Reads all of an object.
     *
     * @throws Refusal INVALID_JSON for what is no JSON object, or nested too deep
     */
    public static JsonNode object(byte[] body) {
        try {
            JsonNode tree = TREES.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // Neither JSON nor, perhaps, text in any of its encodings: said below.
        }
        throw new Refusal(ApiError.INVALID_JSON);
    }
}
