package app.prosa.channel.whatsapp;

import app.prosa.channel.Answer;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.MetaKeys;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings.WhatsApp;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;

/** Opens a number of the Cloud API. */
public final class WhatsAppOpener implements Opener {
    private final GraphLimits limits;

    public WhatsAppOpener() {
        this(GraphLimits.USUAL);
    }

    WhatsAppOpener(GraphLimits limits) {
        this.limits = limits;
    }

    @Override
    public Platform platform() {
        return Platform.WHATSAPP;
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        WhatsApp chosen = setting.settings().whatsApp();
        MetaKeys keys = MetaKeys.of(Platform.WHATSAPP, setting);
        List<Missing> missing = keys.missing(chosen.phoneNumberId());
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        WhatsAppApi api;
        try {
            api =
                    new WhatsAppApi(
                            keys.access(chosen.baseUrl(), chosen.graphVersion()),
                            chosen.phoneNumberId(),
                            limits);
        } catch (IllegalArgumentException e) {
            return new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.TOKEN, ""));
        }
        return switch (api.check()) {
            case Answer.Refused<WhatsAppAccount>(Refusal refusal) -> {
                api.close();
                yield new Shut(refusal);
            }
            case Answer.Given<WhatsAppAccount>(WhatsAppAccount account) ->
                    open(api, account, chosen, keys);
        };
    }

    private static Opening open(
            WhatsAppApi api, WhatsAppAccount account, WhatsApp chosen, MetaKeys keys) {
        WhatsAppChannel channel =
                new WhatsAppChannel(api, chosen.phoneNumberId(), account.number());
        WhatsAppWebhook events = new WhatsAppWebhook(chosen.phoneNumberId());
        return new Open(
                channel,
                Source.NONE,
                Map.of(
                        Platform.WHATSAPP.webhookPath(),
                        intake -> keys.webhook(body -> channel.noted(events.read(body)), intake)));
    }
}
