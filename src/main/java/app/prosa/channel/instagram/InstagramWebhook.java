package app.prosa.channel.instagram;

import app.prosa.channel.meta.EchoMark;
import app.prosa.channel.meta.MessagingWebhook;
import app.prosa.channel.meta.WebhookEvents;
import org.jspecify.annotations.Nullable;

/**
 * Understands what Meta posts of an account's direct messages, to be asked once its signature was
 * checked. Whatever a body holds, nothing here throws: what is not understood says nothing.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/instagram-platform/webhooks/examples">Meta,
 *     Instagram Platform, Webhook Notification Examples</a>
 */
public final class InstagramWebhook {
    private final MessagingWebhook events;

    /**
     * @param accountId whose events are read, as {@link InstagramAccount#id}; those of other
     *     accounts are counted only
     * @param appId our app's, or null. Without it, or where Instagram does not say which app it
     *     was, echoes do not tell by whom they are
     */
    public InstagramWebhook(String accountId, @Nullable String appId) {
        this.events = new MessagingWebhook("instagram", accountId, new EchoMark.AppId(appId));
    }

    public WebhookEvents read(byte[] body) {
        return events.read(body);
    }
}
