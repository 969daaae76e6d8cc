package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static Fields a(String value) {
        return Json.read(("{\"a\":" + value + "}").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void an_id_may_be_a_number() {
        assertEquals("42", Values.id(a("42"), "a"));
        assertEquals("42", Values.id(a("\"42\""), "a"));
        assertEquals("17841400000000000000001", Values.id(a("17841400000000000000001"), "a"));
        for (String no : List.of("1.5", "true", "null", "[1]", "{}")) {
            assertEquals("", Values.id(a(no), "a"));
        }
        assertEquals("7", Values.id(a("{\"id\":7}"), "a", "id"));
        assertEquals("", Values.id(a("7"), "a", "id"));
    }

    @Test
    void a_time_is_in_seconds_or_milliseconds_and_may_be_a_text() {
        Instant second = Instant.ofEpochSecond(1_749_416_383);
        assertEquals(second, Values.time(a("\"1749416383\""), "a"));
        assertEquals(second, Values.time(a("1749416383"), "a"));
        Instant last = Instant.ofEpochSecond(4_294_967_295L);
        assertEquals(last, Values.time(a("4294967295"), "a"));
        assertEquals(last, Values.time(a("4294967295000"), "a"));
        assertEquals(second.plusMillis(7), Values.time(a("1749416383007"), "a"));
        for (String no :
                List.of(
                        "0",
                        "-1",
                        "\"\"",
                        "\"x\"",
                        "1.5",
                        "4294967295001",
                        "\"99999999999999999\"",
                        "null",
                        "{}")) {
            assertNull(Values.time(a(no), "a"), no);
        }
    }
}
