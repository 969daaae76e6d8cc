package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does what the channels that run would do, over the store alone. */
record FakeDesk(ConversationEngine engine, ChannelStore store, List<String> asked)
        implements ChannelDesk {
    FakeDesk(ConversationEngine engine, ChannelStore store) {
        this(engine, store, new CopyOnWriteArrayList<>());
    }

    @Override
    public void approve(ConversationId conversation) {
        asked.add("approve");
        tell(store.correspondents().setStanding(conversation, Standing.ADMITTED, Instant.now()));
    }

    @Override
    public void block(ConversationId conversation) {
        asked.add("block");
        tell(store.correspondents().setStanding(conversation, Standing.BARRED, Instant.now()));
    }

    @Override
    public void release(ConversationId conversation, boolean answer) {
        asked.add("release " + answer);
        tell(store.correspondents().release(conversation, answer, Instant.now()));
    }

    @Override
    public void resend(MessageId message) {
        asked.add("resend");
        ConversationId in = engine.conversations().message(message).orElseThrow().conversationId();
        store.outbox()
                .resend(message, Instant.now())
                .ifPresent(delivery -> engine.publish(new DeliveryChanged(in, delivery)));
    }

    private void tell(Optional<Correspondent> now) {
        now.ifPresent(who -> engine.publish(new CorrespondentChanged(who)));
    }
}
