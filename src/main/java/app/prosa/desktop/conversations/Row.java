package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;

/** A line of the list. */
sealed interface Row {
    Group group();

    /** Stands above the conversations of its group. */
    record Header(Group group) implements Row {}

    /**
     * A conversation.
     *
     * @param streaming a reply is being written in it
     */
    record Item(Group group, Conversation conversation, boolean streaming) implements Row {}
}
