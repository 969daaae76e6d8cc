package app.prosa.channel.switchboard;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import java.time.Instant;

/** For platforms that do not say when something was written: it is now then. */
final class WireTimes {
    private WireTimes() {}

    static Inbound without(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Message m -> without(m);
            case Inbound.Command(Inbound.Message m, String name, String argument) ->
                    new Inbound.Command(without(m), name, argument);
            case Inbound.Status s ->
                    new Inbound.Status(
                            s.platformId(),
                            s.delivery(),
                            Instant.EPOCH,
                            s.refusal(),
                            s.reference());
            case Inbound.Reacted r ->
                    new Inbound.Reacted(r.chat(), r.sender(), r.on(), r.emoji(), Instant.EPOCH);
            case Inbound.Blocked(Chat chat, Instant _) -> new Inbound.Blocked(chat, Instant.EPOCH);
            case Inbound.Unblocked(Chat chat, Instant _) ->
                    new Inbound.Unblocked(chat, Instant.EPOCH);
            default -> inbound;
        };
    }

    private static Inbound.Message without(Inbound.Message m) {
        return new Inbound.Message(
                m.externalId(),
                m.chat(),
                m.sender(),
                m.text(),
                m.media(),
                m.replyTo(),
                Instant.EPOCH,
                m.addressed());
    }
}
