package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list that is asked for.
 *
 * @param after it begins below this place; null for the top
 * @param until its last place
 * @param count how many conversations are believed to be in it
 */
record Stretch(Query query, @Nullable Place after, Place until, int count) {
    /** More may have come into it than were counted. */
    private static final int MARGIN = 8;

    /** Blocks. */
    List<Conversation> conversations(Browsing browsing) {
        return read(limit -> browsing.page(query, after, limit), Place::of);
    }

    /** Blocks, for less long. */
    List<Place> places(Browsing browsing) {
        return read(limit -> browsing.places(query, after, limit), place -> place);
    }

    private <T> List<T> read(IntFunction<List<T>> first, Function<T, Place> placeOf) {
        for (int limit = count + MARGIN; ; limit *= 2) {
            List<T> page = first.apply(limit);
            List<T> own =
                    page.stream().takeWhile(t -> placeOf.apply(t).compareTo(until) <= 0).toList();
            if (own.size() < page.size() || page.size() < limit) {
                return own;
            }
        }
    }
}
