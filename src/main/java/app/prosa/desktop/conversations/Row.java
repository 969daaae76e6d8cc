package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Place;

/** A line of the list. */
sealed interface Row {
    Group group();

    /** Stands above the conversations of its group. */
    record Header(Group group) implements Row {}

    /** A conversation that is not at hand: it is read when its line is shown. */
    record Pending(Group group) implements Row {}

    /**
     * A conversation.
     *
     * @param streaming a reply is being written in it
     */
    record Item(Group group, Conversation conversation, boolean streaming) implements Row {
        Place place() {
            return Place.of(conversation);
        }
    }
}
