package app.prosa.channel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static Fields fields(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void a_field_of_another_type_is_as_good_as_missing() {
        for (String value : List.of("null", "{}", "[[1]]", "1.5", "true")) {
            Fields fields = fields("{\"a\":" + value + "}");
            assertEquals("", fields.text("a"));
            assertNull(fields.number("a"));
            assertTrue(fields.objects("a").isEmpty());
        }
        Fields fields = fields("{\"a\":\"true\",\"n\":123456789012345678901234567890}");
        assertFalse(fields.flag("a"));
        assertNull(fields.number("n"));
        assertNull(fields.decimal("a"));
        assertTrue(fields.object("a").isEmpty());
        assertEquals("", fields.text("missing"));
    }

    @Test
    void what_else_is_in_a_list_of_objects_is_passed_over() {
        List<Fields> objects = fields("{\"a\":[1,{\"b\":\"x\"},null,[],{}]}").objects("a");
        assertEquals(List.of("x", ""), objects.stream().map(o -> o.text("b")).toList());
        assertTrue(fields("{\"a\":{\"x\":{\"b\":1}}}").objects("a").isEmpty());
    }

    @Test
    void a_time_is_in_seconds() {
        assertEquals(Instant.parse("2027-01-15T08:00:00Z"), fields("{\"a\":1800000000}").time("a"));
        for (String value : List.of("0", "-1", "1800000000000", "\"1800000000\"", "{}")) {
            assertNull(fields("{\"a\":" + value + "}").time("a"));
        }
    }

    @Test
    void lone_surrogates_are_replaced_in_place() {
        assertEquals("a\uFFFD😀\uFFFD", fields("{\"a\":\"a\\ud83d😀\\ude00\"}").text("a"));
    }

    @Test
    void what_is_no_object_is_none() {
        for (String junk :
                List.of("", " ", "[]", "1", "null", "{", "{}{}", "{\"a\":}", "[".repeat(100_000))) {
            assertTrue(Json.read(junk.getBytes(StandardCharsets.UTF_8)).isEmpty(), junk);
        }
    }

    @Test
    void what_is_no_utf_8_is_replaced() {
        byte[] latin = "{\"a\":\"olá\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("ol\uFFFD", Json.read(latin).orElseThrow().text("a"));
        assertTrue(Json.read("{}".getBytes(StandardCharsets.UTF_16)).isEmpty());
    }

    @Test
    void a_lone_surrogate_is_written_as_a_question_mark() {
        byte[] bytes = Json.bytes(Json.object().put("a", "x\uD83Dy"));
        assertEquals("{\"a\":\"x?y\"}", new String(bytes, StandardCharsets.UTF_8));
    }
}
