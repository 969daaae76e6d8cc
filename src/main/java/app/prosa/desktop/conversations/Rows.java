package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.desktop.conversations.Row.Header;
import app.prosa.desktop.conversations.Row.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the list, kept in the store's order: pinned ones, then the newest, each group under
 * its header. There are as many as the list has, but at hand are only those of the segments that
 * were filled; the others are only counted.
 */
final class Rows extends ObservableListBase<Row> {
    private final Segments segments = new Segments();
    private final Map<ConversationId, Item> items = new HashMap<>();
    private final ZoneId zone;
    private final int most;
    private LocalDate today;

    /** Nothing follows the last segment. */
    private boolean whole;

    /**
     * @param most how many conversations a segment has, more or less
     */
    Rows(ZoneId zone, LocalDate today, int most) {
        this.zone = zone;
        this.today = today;
        this.most = most;
    }

    // What is there

    @Override
    public int size() {
        return segments.lines();
    }

    @Override
    public Row get(int index) {
        Segment segment = segment(index);
        int offset = offset(index);
        return offset < 0 ? new Header(segment.group()) : segment.row(offset);
    }

    /** The segment of a line. */
    Segment segment(int index) {
        return segments.get(segments.at(index));
    }

    /** Those of the lines from one to another, in order; of no line, none. */
    List<Segment> segments(int from, int to) {
        return from > to
                ? List.of()
                : segments.all().subList(segments.at(from), segments.at(to) + 1);
    }

    /** Which of its segment's conversations stands on a line; negative for a header. */
    int offset(int index) {
        return index - segments.first(segments.at(index));
    }

    /** The one with this id, if it is at hand. */
    Optional<Item> find(ConversationId id) {
        return Optional.ofNullable(items.get(id));
    }

    /**
     * @return the line, or -1 when it is not at hand
     */
    int indexOf(ConversationId id) {
        Item item = items.get(id);
        if (item == null) {
            return -1;
        }
        int at = segments.covering(item.place());
        return segments.first(at) + segments.get(at).find(item.place());
    }

    /** How many conversations are at hand. */
    int known() {
        return items.size();
    }

    /** The segments that are at hand. */
    List<Segment> filled() {
        return segments.all().stream().filter(Segment::isFilled).toList();
    }

    /** The first line of a segment. */
    int start(Segment segment) {
        return segments.start(segments.indexOf(segment));
    }

    /** After which place a segment begins; null for the first. */
    @Nullable Place before(Segment segment) {
        int at = segments.indexOf(segment);
        return at <= 0 ? null : segments.get(at - 1).until();
    }

    /** Whether what stands at this place belongs into the segment. */
    boolean belongs(Place place, Segment segment) {
        int at = segments.covering(place);
        return at < segments.size()
                && segments.get(at).equals(segment)
                && segment.group().equals(group(place));
    }

    /** Which group a place is in; for any thread. */
    Function<Place, Group> groups() {
        return groups(today);
    }

    /** Which group it will be in on another day. */
    Function<Place, Group> groups(LocalDate day) {
        return place -> Group.of(place, day, zone);
    }

    private Group group(Place place) {
        return Group.of(place, today, zone);
    }

    Item item(Conversation conversation, boolean streaming) {
        return new Item(group(Place.of(conversation)), conversation, streaming);
    }

    // All of it

    /**
     * Begins anew.
     *
     * @param page the first conversations, in order
     * @param isWhole there are no others
     */
    void begin(List<Item> page, boolean isWhole) {
        replaceAll(cut(page), isWhole);
    }

    /** All that follows what is there; with it the list is whole. */
    void follow(List<Span> spans) {
        if (whole) {
            return;
        }
        int before = size();
        beginChange();
        segments.addAll(spans.stream().map(Segment::of).toList());
        whole = true;
        nextAdd(before, size());
        endChange();
    }

    /** Another day has come: every group may be another one, and nothing is at hand any more. */
    void regroup(LocalDate day, List<Span> spans) {
        today = day;
        replaceAll(spans.stream().map(Segment::of).toList(), true);
    }

    private void replaceAll(List<Segment> now, boolean isWhole) {
        List<Row> before = List.copyOf(this);
        beginChange();
        segments.clear();
        segments.addAll(now);
        items.clear();
        now.forEach(segment -> segment.items().forEach(this::know));
        whole = isWhole;
        nextReplace(0, size(), before);
        endChange();
    }

    private void know(Item item) {
        items.put(item.conversation().id(), item);
    }

    private List<Segment> cut(List<Item> page) {
        List<Segment> cut = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= page.size(); i++) {
            boolean ends =
                    i == page.size()
                            || i - from == most
                            || !page.get(i).group().equals(page.get(from).group());
            if (ends) {
                cut.add(Segment.of(page.subList(from, i)));
                from = i;
            }
        }
        return cut;
    }

    // One segment

    /** What is in a segment is at hand from now on. It may be more or less than was counted. */
    void fill(Segment segment, List<Item> all) {
        int at = segments.indexOf(segment);
        if (at < 0 || segment.isFilled()) {
            return;
        }
        int first = segments.first(at);
        int before = segment.count();
        int both = Math.min(before, all.size());
        List<Row> gone = List.copyOf(subList(first + both, first + before));
        beginChange();
        segment.fill(all);
        all.forEach(this::know);
        segments.count();
        for (int line = first; line < first + both; line++) {
            nextUpdate(line);
        }
        if (!gone.isEmpty()) {
            nextRemove(first + both, gone);
        } else if (all.size() > both) {
            nextAdd(first + both, first + all.size());
        }
        dropIfEmpty(at);
        endChange();
    }

    /** What is in a segment is only counted from now on. */
    void forget(Segment segment) {
        int at = segments.indexOf(segment);
        beginChange();
        segment.items().forEach(item -> items.remove(item.conversation().id()));
        segment.forget();
        for (int line = segments.first(at); line < segments.end(at); line++) {
            nextUpdate(line);
        }
        endChange();
    }

    /** An empty segment goes; its header too, if no other one of its group follows. */
    private void dropIfEmpty(int at) {
        Segment segment = segments.get(at);
        if (segment.count() == 0) {
            int line = segments.start(at);
            boolean lonely = segments.isHeaded(at) && !segments.isOf(at + 1, segment.group());
            segments.remove(at);
            if (lonely) {
                nextRemove(line, new Header(segment.group()));
            }
        }
    }

    // One conversation

    /**
     * Adds it, or moves it to where it belongs now. In a segment that is only counted nothing
     * changes: the store is asked for it when it is shown.
     */
    void put(Conversation conversation, boolean streaming) {
        Item item = item(conversation, streaming);
        Item before = items.get(conversation.id());
        if (before != null && before.place().equals(item.place())) {
            replace(before, item);
        } else {
            remove(conversation.id());
            insert(item);
        }
    }

    private void replace(Item before, Item item) {
        int at = segments.covering(before.place());
        int offset = segments.get(at).find(before.place());
        beginChange();
        segments.get(at).set(offset, item);
        know(item);
        nextSet(segments.first(at) + offset, before);
        endChange();
    }

    private void insert(Item item) {
        int at = segments.covering(item.place());
        if (at == segments.size() && !whole) {
            return;
        }
        beginChange();
        if (segments.isOf(at, item.group())) {
            insertInto(at, item);
        } else if (segments.isOf(at - 1, item.group())) {
            insertAfter(at - 1, item);
        } else {
            segments.add(at, Segment.of(List.of(item)));
            know(item);
            nextAdd(segments.start(at), segments.end(at));
        }
        endChange();
    }

    private void insertInto(int at, Item item) {
        Segment segment = segments.get(at);
        if (segment.isFilled()) {
            int offset = -1 - segment.find(item.place());
            segment.add(offset, item);
            know(item);
            segments.count();
            int line = segments.first(at) + offset;
            nextAdd(line, line + 1);
            if (segment.count() == 2 * most) {
                segments.add(at + 1, segment.split());
            }
        }
    }

    /** It stands below the last one of its group. */
    private void insertAfter(int at, Item item) {
        Segment segment = segments.get(at);
        segment.extend(item);
        if (segment.isFilled()) {
            know(item);
        }
        segments.count();
        nextAdd(segments.end(at) - 1, segments.end(at));
    }

    void remove(ConversationId id) {
        Item item = items.remove(id);
        if (item != null) {
            int at = segments.covering(item.place());
            Segment segment = segments.get(at);
            int offset = segment.find(item.place());
            int line = segments.first(at) + offset;
            beginChange();
            segment.remove(offset);
            segments.count();
            nextRemove(line, item);
            dropIfEmpty(at);
            endChange();
        }
    }
}
