package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings.Twilio;
import app.prosa.settings.channels.Platform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a WhatsApp sender of Twilio's. */
public final class TwilioOpener implements Opener {
    private final TimeLimits limits;

    public TwilioOpener() {
        this(TimeLimits.USUAL);
    }

    TwilioOpener(TimeLimits limits) {
        this.limits = limits;
    }

    @Override
    public Platform platform() {
        return Platform.TWILIO;
    }

    @Override
    public Opening open(Setting setting) throws InterruptedException {
        Twilio chosen = setting.settings().twilio();
        Optional<String> token = setting.secrets().get(ChannelSecrets.token(Platform.TWILIO));
        List<Missing> missing = missing(chosen, token, setting.publicUrl());
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        TwilioAccount account;
        TwilioApi api;
        try {
            TwilioSender sender = TwilioSender.of(chosen.sender());
            account = new TwilioAccount(chosen.accountSid(), token.orElseThrow(), sender);
            api = new TwilioApi(URI.create(chosen.baseUrl()), account, limits);
        } catch (IllegalArgumentException e) {
            return new Shut(new Refusal.FixMe(Refusal.FixMe.Fault.ACCOUNT, ""));
        }
        return switch (api.profile()) {
            case Answer.Refused<TwilioProfile>(Refusal refusal) -> {
                api.close();
                yield new Shut(refusal);
            }
            case Answer.Given<TwilioProfile>(TwilioProfile profile) ->
                    open(api, account, chosen, setting);
        };
    }

    private static List<Missing> missing(
            Twilio chosen, Optional<String> token, Optional<String> publicUrl) {
        List<Missing> missing = new ArrayList<>();
        if (token.isEmpty()) {
            missing.add(Missing.TOKEN);
        }
        if (chosen.accountSid().isBlank()) {
            missing.add(Missing.ACCOUNT);
        }
        if (chosen.sender().isBlank()) {
            missing.add(Missing.SENDER);
        }
        if (publicUrl.isEmpty()) {
            missing.add(Missing.PUBLIC_URL);
        }
        return missing;
    }

    private static Opening open(
            TwilioApi api, TwilioAccount account, Twilio chosen, Setting setting) {
        String here = setting.publicUrl().orElseThrow();
        String messages = here + Platform.TWILIO.webhookPath();
        String statuses = here + Platform.TWILIO_STATUS_PATH;
        TwilioWebhook events = new TwilioWebhook(account, setting.timers()::now);
        return new Open(
                new TwilioChannel(api, chosen.sender().strip(), URI.create(statuses)),
                new TwilioCatchUp(api, setting.timers()),
                Map.of(
                        Platform.TWILIO.webhookPath(),
                        intake ->
                                new TwilioCalls(
                                        account.signature(), messages, events::message, intake),
                        Platform.TWILIO_STATUS_PATH,
                        intake ->
                                new TwilioCalls(
                                        account.signature(), statuses, events::status, intake)));
    }
}
