package app.prosa.channel.meta;

import app.prosa.channel.Inbound;
import java.util.List;

/**
 * What a webhook's body says.
 *
 * @param inbound in its order
 * @param foreign how many events are another account's: Meta posts what concerns any account of an
 *     app to the same address
 * @param ignored how many events say nothing to us: of another kind, or not understood
 */
public record WebhookEvents(List<Inbound> inbound, int foreign, int ignored) {
    public WebhookEvents {
        inbound = List.copyOf(inbound);
    }
}
