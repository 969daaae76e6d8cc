package app.prosa.channel.telegram;

import app.prosa.channel.Answer;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.signature.TelegramSecret;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings.Telegram;
import app.prosa.settings.channels.Platform;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a bot, to be asked for its updates or to have them brought. */
public final class TelegramOpener implements Opener {
    /** The order within a chat is ours to keep, so more at a time only bring more at a time. */
    private static final int CONNECTIONS = 40;

    private final TimeLimits limits;

    public TelegramOpener() {
        this(TimeLimits.USUAL);
    }

    TelegramOpener(TimeLimits limits) {
        this.limits = limits;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        return open(setting.settings().telegram(), setting);
    }

    /** Without a webhook, which would be set. */
    @Override
    public Opening check(Setting setting) throws InterruptedException {
        return open(setting.settings().telegram().withWebhook(false), setting);
    }

    private Opening open(Telegram chosen, Setting setting) throws InterruptedException {
        Optional<String> token = setting.secrets().get(ChannelSecrets.token(Platform.TELEGRAM));
        if (token.isEmpty()) {
            return new Incomplete(List.of(Missing.TOKEN));
        }
        if (chosen.webhook() && setting.publicUrl().isEmpty()) {
            return new Incomplete(List.of(Missing.PUBLIC_URL));
        }
        TelegramApi api;
        try {
            api =
                    new TelegramApi(
                            URI.create(chosen.baseUrl()), new TelegramToken(token.get()), limits);
        } catch (IllegalArgumentException e) {
            return new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.TOKEN, ""));
        }
        boolean open = false;
        try {
            Opening opening = open(api, chosen, setting);
            open = opening instanceof Open;
            return opening;
        } finally {
            if (!open) {
                api.close();
            }
        }
    }

    private static Opening open(TelegramApi api, Telegram chosen, Setting setting)
            throws InterruptedException {
        return switch (api.getMe()) {
            case Answer.Refused<TelegramBot>(Refusal refusal) -> new Shut(refusal);
            case Answer.Given<TelegramBot>(TelegramBot bot) ->
                    chosen.webhook() ? brought(api, bot, setting) : asked(api, bot, setting);
        };
    }

    private static Opening asked(TelegramApi api, TelegramBot bot, Setting setting) {
        Threads threads = new Threads();
        Source poller =
                new TelegramPoller(
                        api,
                        bot,
                        setting.timers(),
                        setting.leases(),
                        setting.owner(),
                        setting.publicUrl().map(TelegramOpener::webhook));
        return new Open(new TelegramChannel(api, bot, threads), threads.heard(poller), Map.of());
    }

    private static Opening brought(TelegramApi api, TelegramBot bot, Setting setting)
            throws InterruptedException {
        String secret = secret(setting);
        URI url = URI.create(webhook(setting.publicUrl().orElseThrow()));
        Optional<Refusal> refusal = api.setWebhook(url, secret, CONNECTIONS);
        if (refusal.isPresent()) {
            return new Shut(refusal.get());
        }
        TelegramUpdates updates = new TelegramUpdates(bot);
        Threads threads = new Threads();
        return new Open(
                new TelegramChannel(api, bot, threads),
                Source.NONE,
                Map.of(
                        Platform.TELEGRAM.webhookPath(),
                        intake ->
                                new TelegramWebhook(
                                        new TelegramSecret(secret),
                                        updates,
                                        threads.heard(intake))));
    }

    private static String webhook(String publicUrl) {
        return publicUrl + Platform.TELEGRAM.webhookPath();
    }

    /** Made by us the first time, and kept: what was set before stays true. */
    private static String secret(Setting setting) {
        String name = ChannelSecrets.webhookSecret(Platform.TELEGRAM);
        Optional<String> known = setting.secrets().get(name);
        if (known.isPresent()) {
            return known.get();
        }
        String made = ChannelSecrets.make();
        setting.secrets().put(name, made);
        return made;
    }
}
