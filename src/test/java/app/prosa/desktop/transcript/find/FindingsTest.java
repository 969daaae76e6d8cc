package app.prosa.desktop.transcript.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.Conversations;
import app.prosa.desktop.transcript.TranscriptSource;
import app.prosa.desktop.transcript.find.Findings.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final List<Message> messages = new ArrayList<>();
    private final AtomicInteger read = new AtomicInteger();

    private final TranscriptSource source =
            new TranscriptSource() {
                @Override
                public int size() {
                    return messages.size();
                }

                @Override
                public @Nullable Message message(int position) {
                    throw new AssertionError("not from memory");
                }

                @Override
                public List<Message> read(int from, int before) {
                    read.addAndGet(before - from);
                    return messages.subList(from, before);
                }

                @Override
                public void setListener(Listener listener) {}
            };

    private Findings find(String typed, @Nullable Findings earlier) {
        return find(typed, 0, earlier, hit -> {});
    }

    private Findings find(
            String typed, int reader, @Nullable Findings earlier, Consumer<Hit> onNearest) {
        Needle needle = Needle.of(typed).orElseThrow();
        return Findings.in(
                source, messages.size(), reader, needle, earlier, onNearest, () -> false);
    }

    private void add(String text) {
        messages.add(Conversations.message(messages.size(), Author.USER, text));
    }

    @Test
    void every_message_of_a_long_conversation_is_looked_at() {
        for (int i = 0; i < 10_000; i++) {
            add(i % 1_000 == 999 ? "Uma ação e outra AÇÃO" : "Nada");
        }
        Findings found = find("acao", null);
        assertEquals(20, found.total());
        assertEquals(new Hit(999, 0), found.hit(0));
        assertEquals(new Hit(999, 1), found.hit(1));
        assertEquals(new Hit(9_999, 1), found.hit(19));
        assertEquals(10_000, read.get());
    }

    @Test
    void a_longer_word_is_looked_for_only_where_its_beginning_was() {
        for (int i = 0; i < 10_000; i++) {
            add(i == 7_000 ? "needle" : "hay");
        }
        Findings first = find("need", null);
        read.set(0);
        assertEquals(1, find("needle", first).total());
        assertTrue(read.get() < 500, () -> read + " messages read");
        assertEquals(9_999, find("hay", first).total(), "another word is not narrowed");
    }

    @Test
    void the_nearest_hit_is_the_next_one_or_else_the_last() {
        for (int i = 0; i < 10; i++) {
            add(i == 2 || i == 5 ? "x and x" : "y");
        }
        Findings found = find("x", null);
        assertEquals(0, found.nearest(0));
        assertEquals(0, found.nearest(2));
        assertEquals(2, found.nearest(3));
        assertEquals(3, found.nearest(6));
        assertEquals(-1, find("z", null).nearest(0));
    }

    @Test
    void the_nearest_one_is_told_before_all_others_are_counted() {
        for (int i = 0; i < 3_000; i++) {
            add(i % 1_000 == 500 ? "x and x" : "y");
        }
        for (int reader : new int[] {0, 499, 500, 501, 1_400, 2_500, 2_501, 2_999}) {
            List<Hit> told = new ArrayList<>();
            read.set(0);
            int[] readUntilThen = {0};
            Findings all =
                    find(
                            "x",
                            reader,
                            null,
                            hit -> {
                                told.add(hit);
                                readUntilThen[0] = read.get();
                            });
            assertEquals(List.of(all.hit(all.nearest(reader))), told);
            assertTrue(readUntilThen[0] < 1_300, () -> readUntilThen[0] + " messages read");
            assertEquals(6, all.total());
            assertEquals(3_000, read.get());
        }
    }

    @Test
    void what_was_taken_out_is_not_found() {
        add("x");
        messages.set(0, Conversations.deleted(messages.getFirst()));
        assertEquals(0, find("x", null).total());
    }

    @Test
    void a_search_that_was_overtaken_ends_early() {
        add("x");
        assertThrows(
                CancellationException.class,
                () ->
                        Findings.in(
                                source,
                                1,
                                0,
                                Needle.of("x").orElseThrow(),
                                null,
                                hit -> {},
                                () -> true));
    }
}
