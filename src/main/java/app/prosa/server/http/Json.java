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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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

    /**
     * Reads token by token; what is wrong is a {@link JsonProcessingException} of the reading.
     *
     * @throws CharacterCodingException for what is no UTF-8
     */
    public static JsonParser parser(byte[] body) throws IOException {
        return FACTORY.createParser(text(body));
    }

    /**
     * JSON between systems is UTF-8 (RFC 8259, section 8.1), perhaps with a mark before it. The
     * parser itself would take other encodings as well, and put U+FFFD where there is none.
     */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Reads all of an object.
     *
     * @throws Refusal INVALID_JSON for what is no JSON object, or nested too deep
     */
    public static JsonNode object(byte[] body) {
        try {
            JsonNode tree = TREES.readTree(text(body));
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // Neither JSON nor, perhaps, text: said below.
        }
        throw new Refusal(ApiError.INVALID_JSON);
    }
}
