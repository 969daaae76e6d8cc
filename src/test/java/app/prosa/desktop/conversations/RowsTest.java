package app.prosa.desktop.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.desktop.ConversationsInMemory;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.desktop.conversations.Row.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines against the plainest way to make them: sort all, put headers between. */
class RowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST = 5;
    private static final int STEPS = 400;

    private final Rows rows =
            new Rows(ZoneOffset.UTC, LocalDate.ofInstant(NOW, ZoneOffset.UTC), MOST);
    private final TreeSet<Conversation> all = new TreeSet<>(Comparator.comparing(Place::of));

    /** What a view knows that only hears of changes. */
    private final List<Row> heard = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_each_line_is_what_it_should_be_and_each_change_is_told(int seed) {
        Random random = new Random(seed);
        rows.addListener((ListChangeListener<Row>) this::hear);
        IntStream.range(0, 40).forEach(i -> all.add(conversation(random)));
        rows.begin(items().subList(0, 10), false);
        List<Place> rest = all.stream().skip(10).map(Place::of).toList();
        rows.follow(
                Outline.walk(
                        (after, limit) -> after == null ? rest : List.of(),
                        null,
                        rows.groups(LocalDate.ofInstant(NOW, ZoneOffset.UTC)),
                        MOST,
                        () -> true));
        check();
        for (int step = 0; step < STEPS; step++) {
            change(random);
            check();
        }
    }

    private void hear(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            int from = change.getFrom();
            if (change.wasUpdated()) {
                IntStream.range(from, change.getTo()).forEach(i -> heard.set(i, rows.get(i)));
            } else {
                List<Row> gone = heard.subList(from, from + change.getRemovedSize());
                assertEquals(change.getRemoved(), List.copyOf(gone));
                gone.clear();
                heard.addAll(from, change.getAddedSubList());
            }
        }
    }

    private void change(Random random) {
        List<Segment> segments =
                IntStream.range(0, rows.size()).mapToObj(rows::segment).distinct().toList();
        Segment some = segments.get(random.nextInt(segments.size()));
        switch (random.nextInt(5)) {
            case 0 -> fill(some);
            case 1 -> {
                if (some.isFilled()) {
                    rows.forget(some);
                }
            }
            case 2 -> {
                Conversation old = any(random);
                if (rows.find(old.id()).isPresent()) {
                    all.remove(old);
                    rows.remove(old.id());
                }
            }
            case 3 -> {
                Conversation old = any(random);
                if (rows.find(old.id()).isPresent()) {
                    all.remove(old);
                    put(moved(old, random));
                }
            }
            default -> put(conversation(random));
        }
    }

    private void put(Conversation conversation) {
        all.add(conversation);
        rows.put(conversation, false);
        if (rows.find(conversation.id()).isEmpty()) {
            // It belongs where nothing is at hand: it comes when that is read.
            IntStream.range(0, rows.size())
                    .mapToObj(rows::segment)
                    .filter(segment -> rows.belongs(Place.of(conversation), segment))
                    .findFirst()
                    .ifPresent(this::fill);
        }
    }

    private void fill(Segment segment) {
        rows.fill(segment, items().stream().filter(i -> rows.belongs(i.place(), segment)).toList());
    }

    private void check() {
        List<Row> now = List.copyOf(rows);
        assertEquals(now, heard);
        List<Row> expected = new ArrayList<>();
        Group last = null;
        for (Item item : items()) {
            if (!item.group().equals(last)) {
                expected.add(new Header(item.group()));
            }
            last = item.group();
            boolean known = rows.find(item.conversation().id()).isPresent();
            expected.add(known ? item : new Pending(last));
        }
        assertEquals(expected, now);
        all.stream()
                .filter(c -> rows.find(c.id()).isPresent())
                .forEach(c ->
                        assertEquals(c, ((Item) now.get(rows.indexOf(c.id()))).conversation()));
    }

    private List<Item> items() {
        return all.stream().map(c -> rows.item(c, false)).toList();
    }

    private Conversation any(Random random) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    private static Conversation conversation(Random random) {
        Instant at = NOW.minus(Duration.ofHours(random.nextInt(2_000)));
        Conversation made = ConversationsInMemory.conversation("c" + random.nextInt(100), at);
        return ConversationsInMemory.with(made, made.title(), random.nextInt(9) == 0, 0, null);
    }

    /** In another place, or in the same with another title. */
    private static Conversation moved(Conversation old, Random random) {
        return ConversationsInMemory.with(
                old, "moved " + random.nextInt(100), random.nextBoolean(), 0, null);
    }
}
