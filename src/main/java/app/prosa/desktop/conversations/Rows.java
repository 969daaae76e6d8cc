package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The lines of the list, kept in the store's order: pinned ones, then the newest, each group under
 * its header. Finding a line is a binary search, so that an event costs the same in a list of
 * 100,000.
 */
final class Rows {
    /** The order of the store's pages. */
    static final Comparator<Conversation> ORDER =
            Comparator.comparing(Conversation::pinned)
                    .thenComparing(Conversation::updatedAt)
                    .thenComparing(c -> c.id().value())
                    .reversed();

    private static final Comparator<Row> BY_PLACE =
            Comparator.<Row>comparingInt(row -> row.group().order()).thenComparing(Rows::within);

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Map<ConversationId, Item> items = new HashMap<>();
    private final ZoneId zone;
    private LocalDate today;

    Rows(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    ObservableList<Row> list() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    Optional<Item> find(ConversationId id) {
        return Optional.ofNullable(items.get(id));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /**
     * @return where it is, or -1
     */
    int indexOf(ConversationId id) {
        Item item = items.get(id);
        return item == null ? -1 : Collections.binarySearch(rows, item, BY_PLACE);
    }

    /** Adds it, or moves it to where it belongs now. */
    void put(Conversation conversation, boolean streaming) {
        Item item = item(conversation, streaming);
        Item before = items.get(conversation.id());
        if (before == null) {
            insert(item);
        } else if (BY_PLACE.compare(before, item) == 0) {
            rows.set(Collections.binarySearch(rows, before, BY_PLACE), item);
        } else {
            remove(conversation.id());
            insert(item);
        }
        items.put(conversation.id(), item);
    }

    /** Adds the next page, in its order. Ones that are there already are newer, and stay. */
    void append(List<Item> page) {
        List<Row> more = new ArrayList<>();
        Row last = rows.isEmpty() ? null : rows.getLast();
        for (Item item : page) {
            if (items.containsKey(item.conversation().id())) {
                continue;
            }
            if (last != null && BY_PLACE.compare(last, item) > 0) {
                put(item.conversation(), item.streaming());
                continue;
            }
            if (last == null || last.group().order() != item.group().order()) {
                more.add(new Header(item.group()));
            }
            more.add(item);
            items.put(item.conversation().id(), item);
            last = item;
        }
        rows.addAll(more);
    }

    Item item(Conversation conversation, boolean streaming) {
        return new Item(Group.of(conversation, today, zone), conversation, streaming);
    }

    void remove(ConversationId id) {
        int index = indexOf(id);
        if (index < 0) {
            return;
        }
        items.remove(id);
        rows.remove(index);
        boolean lonely = rows.get(index - 1) instanceof Header;
        if (lonely && (index == rows.size() || rows.get(index) instanceof Header)) {
            rows.remove(index - 1);
        }
    }

    void clear() {
        items.clear();
        rows.clear();
    }

    /** Another day has come: every group may be another one. */
    void regroup(LocalDate day) {
        if (!day.equals(today)) {
            today = day;
            Collection<Item> all = List.copyOf(items.values());
            clear();
            append(
                    all.stream()
                            .sorted(Comparator.comparing(Item::conversation, ORDER))
                            .map(i -> item(i.conversation(), i.streaming()))
                            .toList());
        }
    }

    private void insert(Item item) {
        int place = -1 - Collections.binarySearch(rows, item, BY_PLACE);
        boolean first = place == 0 || rows.get(place - 1).group().order() != item.group().order();
        if (first) {
            rows.addAll(place, List.of(new Header(item.group()), item));
        } else {
            rows.add(place, item);
        }
    }

    private static int within(Row a, Row b) {
        return switch (a) {
            case Header header -> b instanceof Header ? 0 : -1;
            case Item one ->
                    b instanceof Item other
                            ? ORDER.compare(one.conversation(), other.conversation())
                            : 1;
        };
    }
}
