package app.prosa.channel.messenger;

import app.prosa.channel.Answer;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.MetaKeys;
import app.prosa.channel.meta.Names;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings.Messenger;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;

/** Opens a page. */
public final class MessengerOpener implements Opener {
    private final GraphLimits limits;

    public MessengerOpener() {
        this(GraphLimits.USUAL);
    }

    MessengerOpener(GraphLimits limits) {
        this.limits = limits;
    }

    @Override
    public Platform platform() {
        return Platform.MESSENGER;
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        Messenger chosen = setting.settings().messenger();
        MetaKeys keys = MetaKeys.of(Platform.MESSENGER, setting);
        List<Missing> missing = keys.missing(chosen.pageId());
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        MessengerApi api;
        try {
            api = new MessengerApi(keys.access(chosen.baseUrl(), chosen.graphVersion()), limits);
        } catch (IllegalArgumentException e) {
            return new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.TOKEN, ""));
        }
        return switch (api.check()) {
            case Answer.Refused<MessengerAccount>(Refusal refusal) -> {
                api.close();
                yield new Shut(refusal);
            }
            case Answer.Given<MessengerAccount>(MessengerAccount account)
                    when !account.id().equals(chosen.pageId()) -> {
                api.close();
                // The webhook would tell of an account that the token is not for.
                yield new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.ACCOUNT, account.id()));
            }
            case Answer.Given<MessengerAccount>(MessengerAccount account) ->
                    open(api, account, keys);
        };
    }

    private static Opening open(MessengerApi api, MessengerAccount account, MetaKeys keys) {
        MessengerWebhook events = new MessengerWebhook(account.id(), null);
        Names names = new Names(api::name);
        return new Open(
                new MessengerChannel(api, account),
                Source.NONE,
                Map.of(
                        Platform.MESSENGER.webhookPath(),
                        intake -> keys.webhook(events::read, names.naming(intake))));
    }
}
