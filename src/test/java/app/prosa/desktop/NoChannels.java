package app.prosa.desktop;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.Leases;
import app.prosa.conversation.delivery.Outbox;

/** For pages that have nothing to do with what channels keep. */
public record NoChannels() implements ChannelStore, ChannelDesk {
    @Override
    public Correspondents correspondents() {
        throw unexpected();
    }

    @Override
    public DueTurns turns() {
        throw unexpected();
    }

    @Override
    public Outbox outbox() {
        throw unexpected();
    }

    @Override
    public Leases leases() {
        throw unexpected();
    }

    @Override
    public void approve(ConversationId conversation) {
        throw unexpected();
    }

    @Override
    public void block(ConversationId conversation) {
        throw unexpected();
    }

    @Override
    public void release(ConversationId conversation, boolean answer) {
        throw unexpected();
    }

    @Override
    public void resend(MessageId message) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("no channel is looked at here");
    }
}
