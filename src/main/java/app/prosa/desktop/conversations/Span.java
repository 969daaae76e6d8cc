package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationStore.Place;

/**
 * A stretch of the list within one group, as it was when the places were read.
 *
 * @param until where its last conversation stands
 * @param count of its conversations
 */
record Span(Group group, Place until, int count) {}
