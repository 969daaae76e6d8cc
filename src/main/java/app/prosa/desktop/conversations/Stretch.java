package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import java.util.List;
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
    List<Conversation> read(Browsing browsing) {
        for (int limit = count + MARGIN; ; limit *= 2) {
            List<Conversation> page = browsing.page(query, after, limit);
            List<Conversation> own =
                    page.stream().takeWhile(c -> Place.of(c).compareTo(until) <= 0).toList();
            if (own.size() < page.size() || page.size() < limit) {
                return own;
            }
        }
    }
}
