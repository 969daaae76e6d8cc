package app.prosa.channel.meta;

import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Understands what Meta posts of conversations on Instagram and Messenger, which look alike.
 * Whatever a body holds, nothing here throws: what is not understood says nothing.
 *
 * <p>Nothing is read from {@code standby}: those conversations are another app's for the time
 * being.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events">
 *     Meta, Messenger Platform, Webhook Events</a>
 * @see <a
 *     href="https://developers.facebook.com/documentation/instagram-platform/webhooks/examples">Meta,
 *     Instagram Platform, Webhook Notification Examples</a>
 */
public final class MessagingWebhook {
    /**
     * Fields of an event in the place of {@code messaging}: so Meta's dashboard sends its tests.
     */
    private static final Set<String> CHANGES =
            Set.of(
                    "messages",
                    "message_edit",
                    "message_edits",
                    "message_reactions",
                    "messaging_postbacks",
                    "messaging_seen",
                    "message_reads",
                    "message_deliveries",
                    "message_echoes");

    private final String object;
    private final String account;
    private final EventReader events;

    /**
     * @param object what entries are about, such as {@code page}
     * @param account whose entries are read, by the id that they have
     * @param echoes tells who sent what
     */
    public MessagingWebhook(String object, String account, EchoMark echoes) {
        this.object = object;
        this.account = account;
        this.events = new EventReader(account, echoes);
    }

    public WebhookEvents read(byte[] body) {
        Gathering gathering = new Gathering();
        Gathering.entries(body, object).forEach(entry -> read(entry, gathering));
        return gathering.all();
    }

    private void read(Fields entry, Gathering to) {
        List<Fields> messaging = entry.objects("messaging");
        List<Fields> changes = entry.objects("changes");
        int others = entry.objects("standby").size();
        if (!Values.id(entry, "id").equals(account)) {
            to.addForeign(messaging.size() + changes.size() + others);
            return;
        }
        Instant at = Values.time(entry, "time");
        Stream.concat(messaging.stream(), changes.stream().map(MessagingWebhook::event))
                .forEach(event -> to.add(events.read(event, at)));
        to.addIgnored(others);
    }

    private static Fields event(Fields change) {
        return change.object("value")
                .filter(_ -> CHANGES.contains(change.text("field")))
                .orElseGet(() -> new Fields(change.node().path("nothing")));
    }
}
