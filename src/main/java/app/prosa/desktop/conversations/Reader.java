package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.desktop.LatestFirst;
import app.prosa.desktop.conversations.Row.Item;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills the list's lines: what is shown is read, in the background, when it is shown, and forgotten
 * when it is far away. Of a hundred thousand conversations a few hundred are at hand. For the
 * JavaFX thread.
 */
final class Reader {
    static final int PAGE = 200;

    /** More conversations than these are not kept at hand. */
    static final int MOST = 6 * PAGE;

    /** So many lines before what is shown, and after it, are at hand too. */
    private static final int AHEAD = 60;

    private final Browsing browsing;
    private final Rows rows;
    private final Listener listener;
    private final Meanwhile meanwhile = new Meanwhile();
    private final Asking asking;
    private LatestFirst<Segment> wanted = new LatestFirst<>(this::read);
    private Query query = Query.ALL;
    private boolean begun;
    private int firstShown;
    private int lastShown;

    /** Whom the lines are read for. */
    interface Listener {
        /** A reply is being written in it, or waits for its turn. */
        boolean isStreaming(ConversationId id);

        /** It stays at hand wherever one scrolls. */
        boolean isKept(ConversationId id);

        /** Lines were filled, or it is known that there are none. */
        void arrived();

        /** The store did not answer. */
        void failed();
    }

    /**
     * @param background where the store is asked
     * @param ui where its answers are taken in
     */
    Reader(Browsing browsing, Rows rows, Executor background, Executor ui, Listener listener) {
        this.browsing = browsing;
        this.rows = rows;
        this.listener = listener;
        this.asking = new Asking(background, ui, meanwhile, listener::failed);
    }

    // From the top

    /** Reads the first page, and then how long the list is. */
    void begin(Query about) {
        asking.beginAnew();
        wanted = new LatestFirst<>(this::read);
        query = about;
        begun = false;
        asking.ask(_ -> browsing.page(about, null, PAGE), this::begun);
    }

    /** The first page is there. */
    boolean hasBegun() {
        return begun;
    }

    private void begun(List<Conversation> page) {
        begun = true;
        boolean whole = page.size() < PAGE;
        Place last = whole ? null : Place.of(page.getLast());
        List<Conversation> now =
                meanwhile.on(page, place -> last == null || place.compareTo(last) <= 0);
        rows.begin(now.stream().map(this::item).toList(), whole);
        listener.arrived();
        if (last != null) {
            outline(last, rows.groups(), rows::follow);
        }
    }

    /** Another day has come: every conversation may be in another group. */
    void regroup(LocalDate day) {
        outline(null, rows.groups(day), spans -> rows.regroup(day, spans));
    }

    private void outline(
            @Nullable Place after, Function<Place, Group> groups, Consumer<List<Span>> hear) {
        Query about = query;
        asking.ask(
                stillWanted ->
                        Outline.walk(
                                (place, limit) -> browsing.places(about, place, limit),
                                after,
                                groups,
                                PAGE,
                                stillWanted),
                spans -> {
                    hear.accept(spans);
                    addMissed();
                });
    }

    /** The walk may have passed their places before they stood there. */
    private void addMissed() {
        for (Conversation changed : meanwhile.changed()) {
            if (rows.find(changed.id()).isEmpty()) {
                rows.put(changed, listener.isStreaming(changed.id()));
            }
        }
    }

    /** Asks for nothing more, and hears of nothing. */
    void end() {
        asking.beginAnew();
    }

    // What is shown

    /** These lines are on the screen, from one to another. */
    void shown(int first, int last) {
        firstShown = first;
        lastShown = last;
        int from = Math.max(0, first - AHEAD);
        int to = Math.min(rows.size() - 1, last + AHEAD);
        rows.segments(from, to).forEach(this::want);
        // Last, so that they come first, and the upper ones before the lower.
        rows.segments(first, Math.min(last, to)).reversed().forEach(this::want);
    }

    private void want(Segment segment) {
        if (!segment.isFilled()) {
            wanted.ask(segment);
        }
    }

    private void read(Segment segment) {
        Stretch stretch = stretch(segment);
        asking.ask(
                _ -> stretch.conversations(browsing),
                page -> arrived(segment, page),
                () -> failed(segment));
    }

    /** It is asked for again when it is shown again. */
    private void failed(Segment segment) {
        wanted.done(segment);
        listener.failed();
    }

    private Stretch stretch(Segment segment) {
        return new Stretch(query, rows.before(segment), segment.until(), segment.count());
    }

    private void arrived(Segment segment, List<Conversation> page) {
        wanted.done(segment);
        List<Item> now =
                meanwhile.on(page, place -> rows.belongs(place, segment)).stream()
                        // What is at hand already is newer.
                        .filter(c -> rows.find(c.id()).isEmpty())
                        .map(this::item)
                        .toList();
        rows.fill(segment, now);
        forgetFar();
        listener.arrived();
    }

    /** All but the top, for the keys that go there, and what is around those that are kept. */
    private void forgetFar() {
        List<Segment> far =
                rows.filled().stream()
                        .filter(segment -> rows.start(segment) >= PAGE)
                        .filter(segment -> !segment.holds(listener::isKept))
                        .sorted(Comparator.comparingInt(this::distance).reversed())
                        .toList();
        for (Segment segment : far) {
            if (rows.known() <= MOST || distance(segment) <= AHEAD) {
                return;
            }
            rows.forget(segment);
        }
    }

    /** How many lines a segment is away from what is shown. */
    private int distance(Segment segment) {
        int start = rows.start(segment);
        return Math.max(0, Math.max(start - lastShown, firstShown - start - segment.count()));
    }

    /**
     * Hands over which conversations stand on lines, those too that are not at hand.
     *
     * @param lines headers among them are passed over
     */
    void collect(List<Integer> lines, Consumer<List<ConversationId>> receiver) {
        Collecting collecting = new Collecting(rows, this::stretch);
        lines.forEach(collecting::add);
        collecting.handOver(asking, browsing, receiver);
    }

    // What changes

    /** Adds it, or moves it to where it belongs now. */
    void changed(Conversation conversation, boolean streaming) {
        meanwhile.changed(conversation);
        rows.put(conversation, streaming);
    }

    void removed(ConversationId id) {
        meanwhile.removed(id);
        rows.remove(id);
    }

    private Item item(Conversation conversation) {
        return rows.item(conversation, listener.isStreaming(conversation.id()));
    }
}
