package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ReplyMeta.Usage;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkTest {
    private static Chunk read(String json) throws IOException {
        byte[] bytes = (json + "garbage").getBytes(StandardCharsets.UTF_8);
        return Chunk.read(bytes, bytes.length - "garbage".length());
    }

    @Test
    void what_is_used_is_read_and_all_else_passed_over() throws IOException {
        Chunk chunk =
                read(
                        """
                        {"id":"c","object":"chat.completion.chunk","system":{"a":[1,{"model":"no"}]},
                        "model":"m-1","choices":[{"index":0,"logprobs":null,
                        "delta":{"role":"assistant","content":"Olá 😀","tool_calls":[{"index":0}]},
                        "finish_reason":"stop"},{"delta":{"content":"second"}}],
                        "usage":{"prompt_tokens":3,"completion_tokens":4,
                        "prompt_tokens_details":{"cached_tokens":1}},"error":null}\
                        """);
        assertEquals("m-1", chunk.model);
        assertEquals("Olá 😀", chunk.content);
        assertEquals("stop", chunk.finishReason);
        assertEquals(new Usage(3, 4), chunk.usage);
        assertFalse(chunk.isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "{\"choices\":null,\"usage\":null,\"model\":null}",
                "{\"choices\":{},\"usage\":[1,[2]],\"model\":{\"a\":1}}",
                "{\"choices\":[null,7]}",
                "{\"choices\":[{\"delta\":null,\"finish_reason\":null}]}",
                "{\"choices\":[{\"delta\":[\"content\"]}],\"usage\":{\"prompt_tokens\":1}}",
                "{\"choices\":[{\"delta\":{\"content\":{\"text\":\"x\"},\"refusal\":1}}]}"
            })
    void what_is_missing_or_of_another_type_is_as_if_it_were_empty(String json) throws IOException {
        Chunk chunk = read(json);
        assertEquals("", chunk.model + chunk.content + chunk.refusal + chunk.finishReason);
        assertEquals("", chunk.reasoning());
        assertNull(chunk.usage);
        assertFalse(chunk.isError);
    }

    @Test
    void an_error_is_one_whatever_its_shape() throws IOException {
        assertTrue(read("{\"error\":{\"message\":\"x\"}}").isError);
        assertTrue(read("{\"error\":\"x\"}").isError);
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThrows(JsonProcessingException.class, () -> read("{\"choices\":[{]"));
    }
}
