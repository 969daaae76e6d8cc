package app.prosa.channel.switchboard;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import java.util.Optional;

/** What the operator decides about people and messages. */
record Decisions(ConversationEngine engine, ChannelStore store, Timers timers) {

    void approve(ConversationId conversation) {
        tell(store.correspondents().setStanding(conversation, Standing.ADMITTED, timers.now()));
    }

    void block(ConversationId conversation) {
        engine.stop(conversation);
        tell(store.correspondents().setStanding(conversation, Standing.BARRED, timers.now()));
    }

    /** Nobody is answered for it: what they wrote waits for the operator, as a backlog does. */
    void openDoor(String account) {
        store.correspondents().openDoor(account).forEach(who -> tell(Optional.of(who)));
    }

    void release(ConversationId conversation, boolean answer) {
        tell(store.correspondents().release(conversation, answer, timers.now()));
    }

    void resend(MessageId message) {
        store.outbox()
                .resend(message, timers.now())
                .ifPresent(delivery ->
                        engine.conversations()
                                .message(message)
                                .ifPresent(m ->
                                        engine.publish(
                                                new DeliveryChanged(
                                                        m.conversationId(), delivery))));
    }

    private void tell(Optional<Correspondent> correspondent) {
        correspondent.ifPresent(who -> engine.publish(new CorrespondentChanged(who)));
    }
}
