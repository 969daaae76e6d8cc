package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationStore.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All of the list, without what is in it: where its stretches end and how many conversations each
 * has. So the list is as long as it is, whatever of it was read.
 */
final class Outline {
    private static final int AT_ONCE = 2_000;

    private final Function<Place, Group> groups;
    private final int most;
    private final List<Span> spans = new ArrayList<>();

    /**
     * @param most how many conversations a stretch has at most
     */
    private Outline(Function<Place, Group> groups, int most) {
        this.groups = groups;
        this.most = most;
    }

    /** Asks for the places of a part of the list. */
    @FunctionalInterface
    interface Source {
        List<Place> after(@Nullable Place place, int limit);
    }

    /**
     * Walks to the end of the list. Blocks.
     *
     * @param after where to begin, or null for the top
     * @param wanted asked again and again; false ends the walk
     */
    static List<Span> walk(
            Source source,
            @Nullable Place after,
            Function<Place, Group> groups,
            int most,
            BooleanSupplier wanted) {
        Outline outline = new Outline(groups, most);
        Place last = after;
        List<Place> some;
        do {
            some = source.after(last, AT_ONCE);
            some.forEach(outline::add);
            last = some.isEmpty() ? last : some.getLast();
        } while (some.size() == AT_ONCE && wanted.getAsBoolean());
        return outline.spans;
    }

    private void add(Place place) {
        Group group = groups.apply(place);
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.count() < most && last.group().equals(group)) {
            spans.set(spans.size() - 1, new Span(group, place, last.count() + 1));
        } else {
            spans.add(new Span(group, place, 1));
        }
    }
}
