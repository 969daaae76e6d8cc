package app.prosa.channel.whatsapp;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Inbound;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.meta.WebhookEvents;
import app.prosa.channel.text.Style;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number of the Cloud API in use.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview">Meta, Cloud API,
 *     Throughput and pair rate limits</a>
 */
final class WhatsAppChannel implements Channel {
    private static final int MOST_CHATS = 10_000;

    private final WhatsAppApi api;
    private final Route route;

    /** What each chat said last: WhatsApp shows typing as a mark on a message that was read. */
    private final Map<String, String> last =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                            return size() > MOST_CHATS;
                        }
                    });

    WhatsAppChannel(WhatsAppApi api, String phoneNumberId, String number) {
        this.api = api;
        this.route =
                new Route(
                        Platform.WHATSAPP,
                        ChannelKind.WHATSAPP,
                        "whatsapp:" + phoneNumberId,
                        number,
                        Style.WHATSAPP,
                        80,
                        Duration.ofMillis(500),
                        Duration.ofMillis(500),
                        Duration.ofHours(24),
                        Duration.ofHours(24));
    }

    /** Remembers what can be marked as read. */
    WebhookEvents noted(WebhookEvents events) {
        for (Inbound inbound : events.inbound()) {
            if (inbound instanceof Inbound.Message message) {
                last.put(message.chat().id(), message.externalId());
            }
        }
        return events;
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public SendResult send(Outgoing message) throws InterruptedException {
        return api.send(
                new WhatsAppMessage(
                        message.chatId(), message.text(), false, null, message.reference()));
    }

    @Override
    public Optional<Refusal> showWriting(String chatId) throws InterruptedException {
        String read = last.get(chatId);
        return read == null ? Optional.empty() : api.markRead(read, true);
    }

    @Override
    public Optional<Refusal> ask() throws InterruptedException {
        return api.check().whyNot();
    }

    @Override
    public Answer<Body> fetch(MediaRef media) throws InterruptedException {
        return switch (api.find(media.reference())) {
            case Answer.Given<WhatsAppFile>(WhatsAppFile file) -> api.download(file);
            case Answer.Refused<WhatsAppFile>(var refusal) -> new Answer.Refused<>(refusal);
        };
    }

    @Override
    public void close() {
        api.close();
    }
}
