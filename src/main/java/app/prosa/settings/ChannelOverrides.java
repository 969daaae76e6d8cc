package app.prosa.settings;

import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.ChannelsSettings.Instagram;
import app.prosa.settings.channels.ChannelsSettings.Messenger;
import app.prosa.settings.channels.ChannelsSettings.Telegram;
import app.prosa.settings.channels.ChannelsSettings.Twilio;
import app.prosa.settings.channels.ChannelsSettings.WhatsApp;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.channels.Transcription;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the environment changes the channels: one whose token it gives is on. */
record ChannelOverrides(Environment environment) {

    Map<ChannelField, Variable> fixed(Platform platform) {
        Map<ChannelField, Variable> all = new EnumMap<>(variables(platform));
        all.values().removeIf(variable -> environment.get(variable).isEmpty());
        return Map.copyOf(all);
    }

    /** Which variable each field has. */
    private Map<ChannelField, Variable> variables(Platform platform) {
        Map<ChannelField, Variable> all = new EnumMap<>(own(platform));
        all.put(ChannelField.QUIET, Variable.PROSA_DEBOUNCE_MS);
        if (platform.ofMeta()) {
            all.put(ChannelField.GRAPH_VERSION, Variable.PROSA_GRAPH_VERSION);
            all.put(ChannelField.BASE_URL, Variable.PROSA_GRAPH_API_URL);
        }
        return all;
    }

    private Map<ChannelField, Variable> own(Platform platform) {
        return switch (platform) {
            case TELEGRAM ->
                    Map.of(
                            ChannelField.ENABLED, Variable.TELEGRAM_BOT_TOKEN,
                            ChannelField.DOOR, Variable.PROSA_TELEGRAM_DOOR,
                            ChannelField.WEBHOOK, Variable.PROSA_TELEGRAM_WEBHOOK_SECRET,
                            ChannelField.BASE_URL, Variable.PROSA_TELEGRAM_API_URL);
            case TWILIO ->
                    Map.of(
                            ChannelField.ENABLED, Variable.TWILIO_AUTH_TOKEN,
                            ChannelField.DOOR, Variable.PROSA_TWILIO_DOOR,
                            ChannelField.ACCOUNT, Variable.TWILIO_ACCOUNT_SID,
                            ChannelField.SENDER, Variable.TWILIO_PHONE_NUMBER,
                            ChannelField.BASE_URL, Variable.PROSA_TWILIO_API_URL);
            case WHATSAPP ->
                    Map.of(
                            ChannelField.ENABLED, Variable.PROSA_WHATSAPP_TOKEN,
                            ChannelField.DOOR, Variable.PROSA_WHATSAPP_DOOR,
                            ChannelField.ACCOUNT, Variable.PROSA_WHATSAPP_PHONE_NUMBER_ID);
            case INSTAGRAM ->
                    Map.of(
                            ChannelField.ENABLED, Variable.PROSA_INSTAGRAM_TOKEN,
                            ChannelField.DOOR, Variable.PROSA_INSTAGRAM_DOOR,
                            ChannelField.FACEBOOK_LOGIN, Variable.PROSA_INSTAGRAM_TOKEN,
                            ChannelField.ACCOUNT, Variable.PROSA_INSTAGRAM_ACCOUNT_ID);
            case MESSENGER ->
                    Map.of(
                            ChannelField.ENABLED, Variable.PROSA_MESSENGER_TOKEN,
                            ChannelField.DOOR, Variable.PROSA_MESSENGER_DOOR,
                            ChannelField.ACCOUNT, Variable.PROSA_MESSENGER_PAGE_ID);
        };
    }

    ChannelsSettings over(ChannelsSettings stored) {
        return new ChannelsSettings(
                stored.paused(),
                over(stored.telegram()),
                over(stored.twilio()),
                over(stored.whatsApp()),
                over(stored.instagram()),
                over(stored.messenger()),
                over(stored.transcription()));
    }

    private Transcription over(Transcription stored) {
        return new Transcription(
                environment.get(Variable.PROSA_TRANSCRIPTION_MODEL).orElse(stored.model()),
                environment.get(Variable.PROSA_TRANSCRIPTION_BASE_URL).orElse(stored.baseUrl()));
    }

    private Telegram over(Telegram stored) {
        Platform telegram = Platform.TELEGRAM;
        return new Telegram(
                over(telegram, stored.rules()),
                stored.webhook() || get(telegram, ChannelField.WEBHOOK).isPresent(),
                get(telegram, ChannelField.BASE_URL).orElse(stored.baseUrl()));
    }

    private Twilio over(Twilio stored) {
        Platform twilio = Platform.TWILIO;
        return new Twilio(
                over(twilio, stored.rules()),
                get(twilio, ChannelField.ACCOUNT).orElse(stored.accountSid()),
                get(twilio, ChannelField.SENDER).flatMap(Twilio::senderOf).orElse(stored.sender()),
                get(twilio, ChannelField.BASE_URL).orElse(stored.baseUrl()));
    }

    private WhatsApp over(WhatsApp stored) {
        Platform whatsApp = Platform.WHATSAPP;
        return new WhatsApp(
                over(whatsApp, stored.rules()),
                get(whatsApp, ChannelField.ACCOUNT).orElse(stored.phoneNumberId()),
                get(whatsApp, ChannelField.GRAPH_VERSION).orElse(stored.graphVersion()),
                get(whatsApp, ChannelField.BASE_URL).orElse(stored.baseUrl()));
    }

    private Instagram over(Instagram stored) {
        Platform instagram = Platform.INSTAGRAM;
        return new Instagram(
                over(instagram, stored.rules()),
                get(instagram, ChannelField.ACCOUNT).orElse(stored.accountId()),
                get(instagram, ChannelField.FACEBOOK_LOGIN).isPresent()
                        ? environment.get(Variable.PROSA_INSTAGRAM_APP_SECRET).isEmpty()
                        : stored.facebookLogin(),
                get(instagram, ChannelField.GRAPH_VERSION).orElse(stored.graphVersion()),
                get(instagram, ChannelField.BASE_URL).orElse(stored.baseUrl()));
    }

    private Messenger over(Messenger stored) {
        Platform messenger = Platform.MESSENGER;
        return new Messenger(
                over(messenger, stored.rules()),
                get(messenger, ChannelField.ACCOUNT).orElse(stored.pageId()),
                get(messenger, ChannelField.GRAPH_VERSION).orElse(stored.graphVersion()),
                get(messenger, ChannelField.BASE_URL).orElse(stored.baseUrl()));
    }

    private ChannelRules over(Platform platform, ChannelRules stored) {
        return stored.withEnabled(
                        stored.enabled() || get(platform, ChannelField.ENABLED).isPresent())
                .withDoor(
                        get(platform, ChannelField.DOOR).flatMap(Door::named).orElse(stored.door()))
                .withQuietMillis(
                        get(platform, ChannelField.QUIET)
                                .map(Integer::valueOf)
                                .orElse(stored.quietMillis()));
    }

    private Optional<String> get(Platform platform, ChannelField field) {
        return Optional.ofNullable(variables(platform).get(field)).flatMap(environment::get);
    }
}
