package app.prosa.channel.twilio;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Sender;
import app.prosa.channel.signature.FormBody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands the requests of Twilio's webhooks, once their signature is found good. Whatever they
 * hold, nothing here throws, and what is not known is passed over. They come without a time, so
 * that of their coming stands in its place.
 *
 * <p>Twilio tells neither that somebody changed or deleted a message, nor what a person sends from
 * our number in an app of WhatsApp's: there is no {@code Edited} and no {@code Echo}. What an
 * advertisement said on which somebody clicked ({@code Referral…}) is not kept.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Twilio, Incoming
 *     message webhook</a>
 */
public final class TwilioWebhook {
    private final TwilioAccount account;
    private final InstantSource clock;

    public TwilioWebhook(TwilioAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /**
     * Somebody wrote, or pressed a button. That they asked Twilio itself for no more messages, or
     * for messages again, stands beside what they wrote.
     */
    public TwilioNews message(FormBody form) {
        MessageForm message = new MessageForm(form, account);
        TwilioNews.Strange.What wrong = wrong(message);
        return wrong == null ? new TwilioNews.Heard(heard(message)) : new TwilioNews.Strange(wrong);
    }

    private TwilioNews.Strange.@Nullable What wrong(MessageForm message) {
        if (message.sid().isEmpty()) {
            return TwilioNews.Strange.What.NO_MESSAGE;
        }
        if (!message.isOfAccount()) {
            return TwilioNews.Strange.What.OTHER_ACCOUNT;
        }
        if (!Addresses.isWhatsApp(message.from())) {
            return TwilioNews.Strange.What.NO_WHATSAPP;
        }
        return message.isToUs() ? null : TwilioNews.Strange.What.OTHER_SENDER;
    }

    private List<Inbound> heard(MessageForm message) {
        Chat chat = People.chat(message.from());
        Instant now = clock.instant();
        Stream<Inbound> said = said(message, chat, now).stream();
        return switch (message.optOut()) {
            case "STOP" -> Stream.concat(said, Stream.of(new Inbound.Blocked(chat, now))).toList();
            case "START" ->
                    Stream.concat(Stream.of(new Inbound.Unblocked(chat, now)), said).toList();
            default -> said.toList();
        };
    }

    private static Optional<Inbound> said(MessageForm message, Chat chat, Instant now) {
        Sender sender = message.sender();
        String on = message.repliedTo();
        String pressed = message.pressed();
        if (!pressed.isEmpty() && on != null) {
            return Optional.of(new Inbound.Pressed(message.sid(), chat, sender, pressed, on));
        }
        return message.isReaction()
                ? Optional.empty()
                : Optional.of(
                        People.sorted(
                                new Inbound.Message(
                                        message.sid(),
                                        chat,
                                        sender,
                                        message.text(),
                                        message.media(),
                                        on,
                                        now,
                                        true)));
    }

    /**
     * A message of ours came further, or failed.
     *
     * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">
     *     Twilio, Track the Message Status</a>
     */
    public TwilioNews status(FormBody form) {
        MessageForm message = new MessageForm(form, account);
        if (message.sid().isEmpty()) {
            return new TwilioNews.Strange(TwilioNews.Strange.What.NO_MESSAGE);
        }
        if (!message.isOfAccount()) {
            return new TwilioNews.Strange(TwilioNews.Strange.What.OTHER_ACCOUNT);
        }
        Delivery delivery = Deliveries.of(message.status());
        return new TwilioNews.Heard(
                delivery == null
                        ? List.of()
                        : List.of(
                                new Inbound.Status(
                                        message.sid(),
                                        delivery,
                                        clock.instant(),
                                        delivery == Delivery.FAILED ? message.refusal() : null)));
    }
}
