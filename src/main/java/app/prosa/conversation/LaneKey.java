package app.prosa.conversation;

/** What makes a conversation one: known before the store has given it an id. */
record LaneKey(ChannelKind channel, String userId) {
    static LaneKey of(Conversation conversation) {
        return new LaneKey(conversation.channel(), conversation.userId());
    }

    static LaneKey of(InboundMessage message) {
        return new LaneKey(message.channel(), message.userId());
    }
}
