package app.prosa.channel.messenger;

import app.prosa.channel.meta.EchoMark;
import app.prosa.channel.meta.MessagingWebhook;
import app.prosa.channel.meta.WebhookEvents;
import org.jspecify.annotations.Nullable;

/**
 * Understands what Meta posts of a page's conversations, to be asked once its signature was
 * checked. Whatever a body holds, nothing here throws: what is not understood says nothing.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events">
 *     Meta, Messenger Platform, Webhook Events</a>
 */
public final class MessengerWebhook {
    private final MessagingWebhook events;

    /**
     * @param pageId whose events are read; those of other pages are counted only
     * @param appId our app's, or null. What other parts of it send is told as ours, too
     */
    public MessengerWebhook(String pageId, @Nullable String appId) {
        this.events = new MessagingWebhook("page", pageId, new EchoMark.Metadata(appId));
    }

    public WebhookEvents read(byte[] body) {
        return events.read(body);
    }
}
