package app.prosa.channel.twilio;

import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal;
import app.prosa.channel.json.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as Twilio keeps it. It knows less than the webhook did: no name, no place, no button.
 *
 * @param sid what {@code SendResult.Sent} and each {@code Inbound} call it
 * @param inbound whether somebody wrote to us
 * @param from empty while a Messaging Service has not chosen yet
 * @param hasMedia whether it has files
 * @param status in Twilio's word, such as {@code queued}
 * @param at when it was made, in whole seconds
 * @param changedAt when its status changed, in whole seconds
 * @param refusal why it failed, or null
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio, Messages</a>
 */
public record TwilioMessage(
        String sid,
        boolean inbound,
        String from,
        String to,
        String body,
        boolean hasMedia,
        String status,
        Instant at,
        Instant changedAt,
        @Nullable Refusal refusal) {

    /**
     * @return empty for what is no message
     */
    static Optional<TwilioMessage> of(Fields fields, TwilioAccount account) {
        String sid = fields.text("sid");
        Optional<Instant> at = time(fields, "date_created", "date_sent");
        if (!Sids.isMessage(sid) || at.isEmpty()) {
            return Optional.empty();
        }
        String said = account.redact(fields.text("error_message"));
        return Optional.of(
                new TwilioMessage(
                        sid,
                        fields.text("direction").equals("inbound"),
                        fields.text("from"),
                        fields.text("to"),
                        fields.text("body"),
                        hasMedia(fields),
                        fields.text("status"),
                        at.get(),
                        time(fields, "date_updated").orElse(at.get()),
                        Deliveries.refusal(fields.number("error_code"), said)));
    }

    /** Their number is written as a text. */
    private static boolean hasMedia(Fields fields) {
        return !fields.text("num_media").matches("0?");
    }

    /** The first time that is there, as RFC 2822 writes it. */
    private static Optional<Instant> time(Fields fields, String... names) {
        return Stream.of(names)
                .map(fields::text)
                .map(TwilioMessage::time)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How far it has come; empty while it waits at Twilio, and for what somebody wrote to us. */
    public Optional<Inbound.Status> progress() {
        Delivery delivery = Deliveries.of(status);
        return delivery == null
                ? Optional.empty()
                : Optional.of(
                        new Inbound.Status(
                                sid,
                                delivery,
                                changedAt,
                                delivery == Delivery.FAILED ? refusal : null));
    }
}
