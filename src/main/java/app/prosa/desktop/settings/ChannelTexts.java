package app.prosa.desktop.settings;

import app.prosa.settings.Preset;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.ChannelsSettings.Instagram;
import app.prosa.settings.channels.ChannelsSettings.Messenger;
import app.prosa.settings.channels.ChannelsSettings.Telegram;
import app.prosa.settings.channels.ChannelsSettings.Twilio;
import app.prosa.settings.channels.ChannelsSettings.WhatsApp;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which settings of a platform are typed. */
final class ChannelTexts {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{0,256}");

    private ChannelTexts() {}

    /** What says whose account it is. */
    static List<ChannelText> account(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> List.of();
            case TWILIO ->
                    List.of(
                            id(
                                    "settings.channels.account.twilio",
                                    "settings.channels.account.twilio.hint",
                                    "AC0123…",
                                    all -> all.twilio().accountSid(),
                                    (all, id) -> all.with(all.twilio().withAccountSid(id))),
                            sender());
            case WHATSAPP ->
                    List.of(
                            id(
                                    "settings.channels.account.whatsapp",
                                    "settings.channels.account.whatsapp.hint",
                                    "106540352242922",
                                    all -> all.whatsApp().phoneNumberId(),
                                    (all, id) -> all.with(all.whatsApp().withPhoneNumberId(id))));
            case INSTAGRAM ->
                    List.of(
                            id(
                                    "settings.channels.account.instagram",
                                    "settings.channels.account.instagram.hint",
                                    "17841405822304914",
                                    all -> all.instagram().accountId(),
                                    (all, id) -> all.with(all.instagram().withAccountId(id))));
            case MESSENGER ->
                    List.of(
                            id(
                                    "settings.channels.account.messenger",
                                    "settings.channels.account.messenger.hint",
                                    "106195825075770",
                                    all -> all.messenger().pageId(),
                                    (all, id) -> all.with(all.messenger().withPageId(id))));
        };
    }

    /** What hardly anybody changes. */
    static List<ChannelText> advanced(Platform platform) {
        return switch (platform) {
            case TELEGRAM ->
                    List.of(
                            address(
                                    Telegram.BASE_URL,
                                    all -> all.telegram().baseUrl(),
                                    (all, url) -> all.with(all.telegram().withBaseUrl(url))));
            case TWILIO ->
                    List.of(
                            address(
                                    Twilio.BASE_URL,
                                    all -> all.twilio().baseUrl(),
                                    (all, url) -> all.with(all.twilio().withBaseUrl(url))));
            case WHATSAPP ->
                    List.of(
                            version(
                                    all -> all.whatsApp().graphVersion(),
                                    (all, v) -> all.with(all.whatsApp().withGraphVersion(v))),
                            address(
                                    WhatsApp.BASE_URL,
                                    all -> all.whatsApp().baseUrl(),
                                    (all, url) -> all.with(all.whatsApp().withBaseUrl(url))));
            case INSTAGRAM ->
                    List.of(
                            version(
                                    all -> all.instagram().graphVersion(),
                                    (all, v) -> all.with(all.instagram().withGraphVersion(v))),
                            address(
                                    Instagram.BASE_URL,
                                    all -> all.instagram().baseUrl(),
                                    (all, url) -> all.with(all.instagram().withBaseUrl(url))));
            case MESSENGER ->
                    List.of(
                            version(
                                    all -> all.messenger().graphVersion(),
                                    (all, v) -> all.with(all.messenger().withGraphVersion(v))),
                            address(
                                    Messenger.BASE_URL,
                                    all -> all.messenger().baseUrl(),
                                    (all, url) -> all.with(all.messenger().withBaseUrl(url))));
        };
    }

    private static ChannelText id(
            String label,
            String hint,
            String example,
            Function<ChannelsSettings, String> get,
            BiFunction<ChannelsSettings, String, ChannelsSettings> with) {
        return new ChannelText(
                ChannelField.ACCOUNT,
                label,
                hint,
                example,
                get,
                with,
                typed -> Optional.of(typed).filter(text -> ID.matcher(text).matches()),
                "settings.channels.account.problem");
    }

    private static ChannelText sender() {
        return new ChannelText(
                ChannelField.SENDER,
                "settings.channels.sender",
                "settings.channels.sender.hint",
                "+14155238886",
                all -> all.twilio().sender(),
                (all, sender) -> all.with(all.twilio().withSender(sender)),
                typed -> typed.isEmpty() ? Optional.of("") : Twilio.senderOf(typed),
                "settings.channels.sender.problem");
    }

    /** Empty, it is the one that the program was made for. */
    private static ChannelText version(
            Function<ChannelsSettings, String> get,
            BiFunction<ChannelsSettings, String, ChannelsSettings> with) {
        return new ChannelText(
                ChannelField.GRAPH_VERSION,
                "settings.channels.version",
                "settings.channels.version.hint",
                ChannelsSettings.GRAPH_VERSION,
                get,
                with,
                typed ->
                        Optional.of(typed)
                                .filter(v -> v.isEmpty() || ChannelsSettings.isGraphVersion(v)),
                "settings.channels.version.problem");
    }

    /** Empty, it is the platform's own. */
    private static ChannelText address(
            String own,
            Function<ChannelsSettings, String> get,
            BiFunction<ChannelsSettings, String, ChannelsSettings> with) {
        return new ChannelText(
                ChannelField.BASE_URL,
                "settings.channels.url",
                "settings.channels.url.hint",
                own,
                get,
                with,
                ChannelTexts::baseUrl,
                "settings.channels.url.problem");
    }

    private static Optional<String> baseUrl(String typed) {
        if (typed.isEmpty()) {
            return Optional.of("");
        }
        return BaseUrl.of(Preset.CUSTOM, typed) instanceof BaseUrl.Valid valid
                ? Optional.of(valid.baseUrl())
                : Optional.empty();
    }
}
