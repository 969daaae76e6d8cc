package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationId;

/**
 * What the page is in: a conversation of the store, or a chat that its first message makes one. It
 * is the command of that message which says so, and commands run one after the other; so each of
 * them knows what the ones before it made, however soon it was asked for.
 */
final class Chat {
    private final boolean begunHere;
    private volatile ConversationId id;

    private Chat(boolean begunHere, ConversationId id) {
        this.begunHere = begunHere;
        this.id = id;
    }

    static Chat begin() {
        return new Chat(true, ConversationId.NONE);
    }

    static Chat of(ConversationId stored) {
        return new Chat(false, stored);
    }

    /** Its conversation, or {@link ConversationId#NONE} while there is none. */
    ConversationId id() {
        return id;
    }

    boolean isStored() {
        return !id.equals(ConversationId.NONE);
    }

    /** Whether it was new when the page came to it. */
    boolean isBegunHere() {
        return begunHere;
    }

    /** In a command. */
    void storedAs(ConversationId made) {
        id = made;
    }
}
