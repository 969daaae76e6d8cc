package app.prosa.channel.instagram;

import app.prosa.channel.Answer;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.MetaKeys;
import app.prosa.channel.meta.Names;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings.Instagram;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;

/** Opens an account. */
public final class InstagramOpener implements Opener {
    private final GraphLimits limits;

    public InstagramOpener() {
        this(GraphLimits.USUAL);
    }

    InstagramOpener(GraphLimits limits) {
        this.limits = limits;
    }

    @Override
    public Platform platform() {
        return Platform.INSTAGRAM;
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        Instagram chosen = setting.settings().instagram();
        MetaKeys keys = MetaKeys.of(Platform.INSTAGRAM, setting);
        List<Missing> missing = keys.missing(chosen.accountId());
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        InstagramApi api;
        try {
            api =
                    new InstagramApi(
                            keys.access(chosen.baseUrl(), chosen.graphVersion()),
                            chosen.facebookLogin()
                                    ? InstagramLogin.FACEBOOK
                                    : InstagramLogin.INSTAGRAM,
                            limits);
        } catch (IllegalArgumentException e) {
            return new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.TOKEN, ""));
        }
        return switch (api.check()) {
            case Answer.Refused<InstagramAccount>(Refusal refusal) -> {
                api.close();
                yield new Shut(refusal);
            }
            case Answer.Given<InstagramAccount>(InstagramAccount account)
                    when !account.id().equals(chosen.accountId()) -> {
                api.close();
                // The webhook would tell of an account that the token is not for.
                yield new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.ACCOUNT, account.id()));
            }
            case Answer.Given<InstagramAccount>(InstagramAccount account) ->
                    open(api, account, keys);
        };
    }

    private static Opening open(InstagramApi api, InstagramAccount account, MetaKeys keys) {
        InstagramWebhook events = new InstagramWebhook(account.id(), null);
        Names names = new Names(api::name);
        return new Open(
                new InstagramChannel(api, account),
                Source.NONE,
                Map.of(
                        Platform.INSTAGRAM.webhookPath(),
                        intake -> keys.webhook(events::read, names.naming(intake))));
    }
}
