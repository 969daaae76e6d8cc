package app.prosa.desktop.settings;

import app.prosa.settings.channels.Platform;
import java.util.List;

/** Which steps set a channel up. */
final class ChannelGuide {
    private ChannelGuide() {}

    /**
     * @param called whether the platform calls the hub, and does not wait to be asked
     * @return the names of the texts
     */
    static List<String> steps(Platform platform, boolean called) {
        return switch (platform) {
            case TELEGRAM ->
                    List.of(
                            "settings.channels.guide.telegram.bot",
                            "settings.channels.guide.telegram.token",
                            called
                                    ? "settings.channels.guide.telegram.called"
                                    : "settings.channels.guide.telegram.asked");
            case TWILIO ->
                    List.of(
                            "settings.channels.guide.twilio.sender",
                            "settings.channels.guide.twilio.account",
                            "settings.channels.guide.twilio.webhook",
                            "settings.channels.guide.twilio.status");
            case WHATSAPP ->
                    List.of(
                            "settings.channels.guide.whatsapp.app",
                            "settings.channels.guide.whatsapp.token",
                            "settings.channels.guide.meta.secret",
                            "settings.channels.guide.whatsapp.webhook");
            case INSTAGRAM ->
                    List.of(
                            "settings.channels.guide.instagram.app",
                            "settings.channels.guide.instagram.token",
                            "settings.channels.guide.instagram.secret",
                            "settings.channels.guide.instagram.webhook",
                            "settings.channels.guide.meta.live");
            case MESSENGER ->
                    List.of(
                            "settings.channels.guide.messenger.app",
                            "settings.channels.guide.messenger.token",
                            "settings.channels.guide.meta.secret",
                            "settings.channels.guide.messenger.webhook",
                            "settings.channels.guide.meta.live");
        };
    }
}
