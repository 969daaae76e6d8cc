package app.prosa.llm;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A request as bytes, as openai-java writes it, but without the mapper of openai-java: that one
 * reads every class with Kotlin's reflection, which is needed for reading answers alone, and takes
 * a thousand classes.
 */
final class ChatBody {
    private static final int USUAL = 2048;

    /** Each call has a thread of its own, so buffers that belong to threads are always new ones. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build();

    private static final ObjectMapper CODEC =
            JsonMapper.builder()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .build();

    private ChatBody() {}

    static byte[] of(ChatCompletionCreateParams params) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL);
                JsonGenerator json = JSON.createGenerator(bytes).setCodec(CODEC)) {
            CODEC.writeValue(json, params._body());
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it consists of texts and numbers
        }
    }
}
