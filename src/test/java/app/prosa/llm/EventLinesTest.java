package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {
    private static List<String> read(InputStream in) throws IOException {
        EventLines events = new EventLines(in);
        List<String> found = new ArrayList<>();
        while (events.next()) {
            found.add(events.data().toString(StandardCharsets.UTF_8));
        }
        return found;
    }

    private static List<String> read(String stream) throws IOException {
        return read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void each_event_is_told_by_its_data() throws IOException {
        assertEquals(List.of("{\"a\":1}", "two"), read("data: {\"a\":1}\n\ndata:two\n\n"));
    }

    @Test
    void comments_names_ids_and_empty_events_are_none() throws IOException {
        assertEquals(List.of("x"), read(": wait\n\n\n\nid: 7\nretry: 3\n\nevent: e\ndata: x\n\n"));
    }

    @Test
    void lines_may_end_as_on_windows_and_data_may_have_several() throws IOException {
        assertEquals(List.of("a\n b"), read("data: a\r\ndata:  b\r\n\r\n"));
    }

    @Test
    void a_line_that_was_cut_is_none_and_a_missing_blank_line_at_the_end_is_forgiven()
            throws IOException {
        assertEquals(List.of("[DONE]"), read("data: [DONE]\n"));
        assertEquals(List.of("a"), read("data: a\n\ndata: {\"half"));
    }

    @Test
    void it_matters_not_where_the_network_cuts() throws IOException {
        byte[] bytes = "data: ação 😀\r\n\r\ndata: b\n\n".getBytes(StandardCharsets.UTF_8);
        List<InputStream> single = new ArrayList<>();
        for (byte b : bytes) {
            single.add(new ByteArrayInputStream(new byte[] {b}));
        }
        assertEquals(
                List.of("ação 😀", "b"),
                read(new SequenceInputStream(Collections.enumeration(single))));
    }

    @Test
    void an_event_may_be_long_but_not_without_end() throws IOException {
        String longest = "x".repeat(100_000);
        assertEquals(List.of(longest), read("data: " + longest + "\n\n"));
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        assertThrows(IOException.class, () -> read(endless));
        String lines = "data: many lines\n".repeat(2_000_000);
        assertThrows(IOException.class, () -> read(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event: error", "event:error"})
    void an_event_that_is_named_an_error_is_one(String name) throws IOException {
        String stream = name + "\ndata: {}\n\n";
        EventLines events =
                new EventLines(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        assertTrue(events.next());
        assertTrue(events.isError());
    }
}
