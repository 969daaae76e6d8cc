package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.desktop.conversations.Row.Pending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list within one group: what stands after the stretch before it, up to and
 * including its own end. Its conversations are at hand or only counted.
 */
final class Segment {
    private final Group group;
    private final Pending pending;
    private Place until;
    private int count;
    private @Nullable List<Item> items;

    private Segment(Group group, Place until, int count, @Nullable List<Item> items) {
        this.group = group;
        this.pending = new Pending(group);
        this.until = until;
        this.count = count;
        this.items = items;
    }

    /** Only counted. */
    static Segment of(Span span) {
        return new Segment(span.group(), span.until(), span.count(), null);
    }

    /**
     * @param items in order, of one group, at least one
     */
    static Segment of(List<Item> items) {
        Item last = items.getLast();
        return new Segment(last.group(), last.place(), items.size(), new ArrayList<>(items));
    }

    Group group() {
        return group;
    }

    Place until() {
        return until;
    }

    int count() {
        return count;
    }

    boolean isFilled() {
        return items != null;
    }

    /** Whether such a one is in it, and at hand. */
    boolean holds(Predicate<ConversationId> such) {
        return items().stream().anyMatch(item -> such.test(item.conversation().id()));
    }

    Row row(int offset) {
        return items == null ? pending : items.get(offset);
    }

    /** Those that are at hand. */
    List<Item> items() {
        return items == null ? List.of() : Collections.unmodifiableList(items);
    }

    /** Where one stands, or where it would: then it is negative, as in a binary search. */
    int find(Place place) {
        int low = 0;
        int high = items().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = items().get(middle).place().compareTo(place);
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return -1 - low;
    }

    void set(int offset, Item item) {
        list().set(offset, item);
    }

    void add(int offset, Item item) {
        list().add(offset, item);
        count++;
    }

    void remove(int offset) {
        list().remove(offset);
        count--;
    }

    /** It ends with this one now. */
    void extend(Item last) {
        until = last.place();
        if (items != null) {
            items.add(last);
        }
        count++;
    }

    /** Gives up its lower half. */
    Segment split() {
        List<Item> lower = list().subList(count / 2, count);
        Segment below = of(lower);
        lower.clear();
        count = list().size();
        until = list().getLast().place();
        return below;
    }

    /** From now on at hand. */
    void fill(List<Item> all) {
        items = new ArrayList<>(all);
        count = all.size();
    }

    /** From now on only counted. */
    void forget() {
        items = null;
    }

    private List<Item> list() {
        if (items == null) {
            throw new IllegalStateException("It is only counted");
        }
        return items;
    }
}
