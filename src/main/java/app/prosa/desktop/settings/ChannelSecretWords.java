package app.prosa.desktop.settings;

import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import app.prosa.settings.channels.Platform;

/** What the page says about a channel's secrets: what each is called where it is made. */
record ChannelSecretWords(Texts texts) {

    KeyEntry.Words of(Platform platform, Kind kind) {
        return switch (kind) {
            case TOKEN -> token(platform);
            case APP_SECRET ->
                    platform == Platform.INSTAGRAM
                            ? words(
                                    "settings.channels.secret.instagramApp",
                                    "settings.channels.secret.instagramApp.hint",
                                    "")
                            : words(
                                    "settings.channels.secret.app",
                                    "settings.channels.secret.app.hint",
                                    "");
            case FACEBOOK_APP_SECRET ->
                    words(
                            "settings.channels.secret.facebookApp",
                            "settings.channels.secret.facebookApp.hint",
                            "");
            case VERIFY_TOKEN ->
                    words(
                            "settings.channels.secret.verify",
                            "settings.channels.secret.verify.hint",
                            "");
            case WEBHOOK_SECRET ->
                    words(
                            "settings.channels.secret.webhook",
                            "settings.channels.secret.webhook.hint",
                            "");
        };
    }

    private KeyEntry.Words token(Platform platform) {
        return switch (platform) {
            case TELEGRAM ->
                    words(
                            "settings.channels.secret.bot",
                            "settings.channels.secret.bot.hint",
                            "https://t.me/BotFather");
            case TWILIO ->
                    words(
                            "settings.channels.secret.auth",
                            "settings.channels.secret.auth.hint",
                            "https://console.twilio.com");
            case WHATSAPP, INSTAGRAM ->
                    words(
                            "settings.channels.secret.access",
                            "settings.channels.secret.access.hint",
                            "https://developers.facebook.com/apps");
            case MESSENGER ->
                    words(
                            "settings.channels.secret.page",
                            "settings.channels.secret.page.hint",
                            "https://developers.facebook.com/apps");
        };
    }

    private KeyEntry.Words words(String label, String hint, String page) {
        return new KeyEntry.Words(texts.get(label), texts.get(hint), page);
    }
}
