package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Part;
import app.prosa.settings.channels.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A WhatsApp sender of Twilio's in use. Twilio has no way to show that something is being written.
 *
 * @see <a href="https://www.twilio.com/docs/whatsapp/api">Twilio, WhatsApp, Rate limits</a>
 */
final class TwilioChannel implements Channel {
    private final TwilioApi api;
    private final URI statusCallback;
    private final Route route;

    TwilioChannel(TwilioApi api, String sender, URI statusCallback) {
        this.api = api;
        this.statusCallback = statusCallback;
        this.route =
                new Route(
                        Platform.TWILIO,
                        ChannelKind.WHATSAPP,
                        "twilio:" + sender,
                        sender.replace("whatsapp:", ""),
                        Style.WHATSAPP_TWILIO,
                        40,
                        Duration.ofMillis(500),
                        Duration.ofMillis(500),
                        Duration.ofHours(24),
                        Duration.ofHours(24));
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public SendResult send(Outgoing message) throws InterruptedException {
        return api.send(new TwilioText(message.chatId(), message.text(), statusCallback));
    }

    @Override
    public Optional<Refusal> showWriting(String chatId) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer<Found>> find(Part part, Instant since) throws InterruptedException {
        return Optional.of(
                api.sent(part.address().chatId(), since)
                        .then(listing -> new Answer.Given<>(found(listing, part))));
    }

    /** A list that is not whole may miss it, and then it is sent once more. */
    private static Found found(TwilioListing listing, Part part) {
        return listing.messages().stream()
                .filter(m -> m.body().equals(part.markup()) || m.body().equals(part.plain()))
                .findFirst()
                .<Found>map(message -> new There(message.sid()))
                .orElseGet(NotThere::new);
    }

    @Override
    public Answer<Body> fetch(MediaRef media) throws InterruptedException {
        return api.download(media.reference());
    }

    @Override
    public void close() {
        api.close();
    }
}
