package app.prosa.channel.messenger;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.meta.ReplyKind;
import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.Optional;

/**
 * A page in use.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/overview">
 *     Meta, Messenger Platform, Rate Limits</a>
 */
final class MessengerChannel implements Channel {
    private final MessengerApi api;
    private final Route route;

    MessengerChannel(MessengerApi api, MessengerAccount account) {
        this.api = api;
        this.route =
                new Route(
                        Platform.MESSENGER,
                        ChannelKind.FACEBOOK,
                        "messenger:" + account.id(),
                        account.name(),
                        Style.MESSENGER,
                        40,
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ofHours(24),
                        Duration.ofDays(7));
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public SendResult send(Outgoing message) throws InterruptedException {
        return api.send(
                new MessengerMessage(
                        message.chatId(), message.text(), kind(message), message.reference()));
    }

    /** Only what a person writes may come so late. */
    private static ReplyKind kind(Outgoing message) {
        return message.late() ? ReplyKind.HUMAN_AGENT : ReplyKind.RESPONSE;
    }

    @Override
    public Optional<Refusal> showWriting(String chatId) throws InterruptedException {
        return api.sendTyping(chatId);
    }

    @Override
    public Optional<Refusal> ask() throws InterruptedException {
        return api.check().whyNot();
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
