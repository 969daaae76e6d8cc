package app.prosa.testing;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** People on Telegram whom the operator does not know yet. */
public record Strangers(ChannelStore channels) {
    /** Ours, by which they write. */
    public static final String ACCOUNT = "telegram:1";

    /** The conversation. */
    public ConversationId writes(String name) {
        InboundMessage message =
                new InboundMessage(
                        ChannelKind.TELEGRAM, name, "Oi", UUID.randomUUID().toString(), List.of());
        Arrival arrival =
                new Arrival(
                        message,
                        new Address(ACCOUNT, name, false),
                        name,
                        "",
                        Instant.now(),
                        List.of(),
                        Standing.WAITING,
                        new Arrival.Keep());
        return channels.correspondents()
                .receive(arrival, Instant.now())
                .received()
                .conversation()
                .id();
    }

    /** Says something to somebody who was let in, which does not arrive. */
    public MessageId isSentInVain(String name, String text) {
        ConversationId id =
                channels.correspondents()
                        .find(new Address(ACCOUNT, name, false))
                        .orElseThrow()
                        .conversation();
        Outbox outbox = channels.outbox();
        MessageId said = outbox.say(id, text, Instant.now()).orElseThrow();
        Part whole = outbox.ready(ACCOUNT, Instant.now(), 1).getFirst();
        outbox.split(whole.id(), List.of(new Part.Text(text, text)));
        Part part = outbox.ready(ACCOUNT, Instant.now(), 1).getFirst();
        outbox.begin(part.id(), Instant.now());
        outbox.settle(part.id(), new Outbox.Failed(Trouble.REJECTED));
        return said;
    }
}
