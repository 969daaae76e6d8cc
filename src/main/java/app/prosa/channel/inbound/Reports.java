package app.prosa.channel.inbound;

import app.prosa.channel.Inbound;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.Troubles;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Trouble;
import org.jspecify.annotations.Nullable;

/** What platforms say of what we sent. */
final class Reports {
    private final ConversationEngine engine;
    private final Outbox outbox;

    Reports(ConversationEngine engine, Outbox outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    void take(Route route, Inbound.Status status) {
        Refusal refusal = status.refusal();
        Trouble why = refusal == null ? null : Troubles.of(refusal);
        confirm(status.reference(), status.platformId());
        outbox.report(route.account(), status.platformId(), state(status.delivery()), why)
                .ifPresent(this::tell);
    }

    void take(Route route, Inbound.StatusUpTo status) {
        Address to = new Address(route.account(), status.chat().id(), status.chat().group());
        outbox.reportUpTo(to, state(status.delivery()), status.upTo()).forEach(this::tell);
    }

    /**
     * @param reference what was sent with it: our own number of the part
     */
    void confirm(@Nullable String reference, String platformId) {
        if (reference != null && reference.matches("[0-9]{1,18}")) {
            outbox.confirm(Long.parseLong(reference), platformId).ifPresent(this::tell);
        }
    }

    private static DeliveryState state(Inbound.Status.Delivery delivery) {
        return switch (delivery) {
            case SENT -> DeliveryState.SENT;
            case DELIVERED -> DeliveryState.DELIVERED;
            case READ -> DeliveryState.READ;
            case FAILED -> DeliveryState.FAILED;
        };
    }

    private void tell(Delivery delivery) {
        engine.conversations()
                .message(delivery.message())
                .ifPresent(m -> engine.publish(new DeliveryChanged(m.conversationId(), delivery)));
    }
}
