package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelOverridesTest {
    @Test
    void a_channel_whose_token_the_environment_gives_is_on() {
        assertEquals(List.of(), over(Map.of()).enabled());
        for (var token :
                Map.of(
                                "TELEGRAM_BOT_TOKEN", Platform.TELEGRAM,
                                "TWILIO_AUTH_TOKEN", Platform.TWILIO,
                                "PROSA_WHATSAPP_TOKEN", Platform.WHATSAPP,
                                "PROSA_INSTAGRAM_TOKEN", Platform.INSTAGRAM,
                                "PROSA_MESSENGER_TOKEN", Platform.MESSENGER)
                        .entrySet()) {
            Map<String, String> environment = Map.of(token.getKey(), "t");
            assertEquals(List.of(token.getValue()), over(environment).enabled());
            assertEquals(
                    Variable.valueOf(token.getKey()),
                    fixed(environment, token.getValue()).get(ChannelField.ENABLED));
        }
    }

    @Test
    void telegram_is_asked_unless_it_was_told_a_secret() {
        ChannelRules rules = Telegram.DEFAULT.rules().withEnabled(true);
        assertEquals(
                Telegram.DEFAULT.withRules(rules),
                over(Map.of("TELEGRAM_BOT_TOKEN", "1:a")).telegram());
        assertEquals(
                new Telegram(rules.withDoor(Door.EVERYONE), true, "http://127.0.0.1:8081"),
                over(Map.of(
                                "TELEGRAM_BOT_TOKEN", "1:a",
                                "PROSA_TELEGRAM_WEBHOOK_SECRET", "s",
                                "PROSA_TELEGRAM_DOOR", "everyone",
                                "PROSA_TELEGRAM_API_URL", "http://127.0.0.1:8081/"))
                        .telegram());
    }

    @Test
    void twilios_number_becomes_a_sender_of_whatsapp() {
        assertEquals(
                new Twilio(
                        Twilio.DEFAULT.rules().withEnabled(true),
                        "AC1",
                        "whatsapp:+14155238886",
                        "http://127.0.0.1:1"),
                over(Map.of(
                                "TWILIO_AUTH_TOKEN", "t",
                                "TWILIO_ACCOUNT_SID", "AC1",
                                "TWILIO_PHONE_NUMBER", "+14155238886",
                                "PROSA_TWILIO_API_URL", "http://127.0.0.1:1"))
                        .twilio());
    }

    @Test
    void what_is_said_of_the_graph_holds_for_all_of_metas_channels() {
        ChannelsSettings all =
                over(
                        Map.of(
                                "PROSA_GRAPH_API_URL", "http://127.0.0.1:2",
                                "PROSA_GRAPH_VERSION", "v24.0",
                                "PROSA_WHATSAPP_PHONE_NUMBER_ID", "7",
                                "PROSA_INSTAGRAM_ACCOUNT_ID", "8",
                                "PROSA_MESSENGER_PAGE_ID", "9"));
        ChannelRules rules = ChannelRules.BUSINESS;
        assertEquals(new WhatsApp(rules, "7", "v24.0", "http://127.0.0.1:2"), all.whatsApp());
        assertEquals(
                new Instagram(rules, "8", false, "v24.0", "http://127.0.0.1:2"), all.instagram());
        assertEquals(new Messenger(rules, "9", "v24.0", "http://127.0.0.1:2"), all.messenger());
    }

    @Test
    void whose_secret_signs_tells_where_the_token_of_instagram_was_made() {
        Instagram page =
                over(Map.of("PROSA_INSTAGRAM_TOKEN", "t", "PROSA_GRAPH_APP_SECRET", "s"))
                        .instagram();
        assertTrue(page.facebookLogin());
        assertEquals(Instagram.FACEBOOK_BASE_URL, page.baseUrl());
        Instagram own =
                over(Map.of("PROSA_INSTAGRAM_TOKEN", "t", "PROSA_INSTAGRAM_APP_SECRET", "s"))
                        .instagram();
        assertFalse(own.facebookLogin());
        assertEquals(Instagram.BASE_URL, own.baseUrl());
    }

    @Test
    void the_pause_before_an_answer_is_the_same_on_all() {
        Map<String, String> environment = Map.of("PROSA_DEBOUNCE_MS", "0");
        for (Platform platform : Platform.values()) {
            assertEquals(0, over(environment).rules(platform).quietMillis());
            assertEquals(
                    Map.of(ChannelField.QUIET, Variable.PROSA_DEBOUNCE_MS),
                    fixed(environment, platform));
        }
    }

    @Test
    void what_writes_down_voices_may_be_another_server() {
        assertEquals(
                new Transcription("whisper-1", "http://127.0.0.1:9/v1"),
                over(Map.of(
                                "PROSA_TRANSCRIPTION_MODEL", "whisper-1",
                                "PROSA_TRANSCRIPTION_BASE_URL", "http://127.0.0.1:9/v1/"))
                        .transcription());
        assertFalse(over(Map.of()).transcription().chosen());
    }

    @Test
    void every_fixed_field_names_its_variable() {
        Map<String, String> environment =
                Map.of(
                        "TELEGRAM_BOT_TOKEN", "t",
                        "PROSA_GRAPH_VERSION", "v24.0",
                        "PROSA_MESSENGER_DOOR", "nobody",
                        "PROSA_MESSENGER_PAGE_ID", "9");
        assertEquals(
                Map.of(ChannelField.ENABLED, Variable.TELEGRAM_BOT_TOKEN),
                fixed(environment, Platform.TELEGRAM));
        assertEquals(
                Map.of(
                        ChannelField.GRAPH_VERSION, Variable.PROSA_GRAPH_VERSION,
                        ChannelField.DOOR, Variable.PROSA_MESSENGER_DOOR,
                        ChannelField.ACCOUNT, Variable.PROSA_MESSENGER_PAGE_ID),
                fixed(environment, Platform.MESSENGER));
    }

    @Test
    void nothing_of_it_is_stored(@TempDir Path directory) throws IOException {
        LiveSettings settings =
                LiveSettings.open(
                        directory,
                        Environment.of(
                                Map.of(
                                        "TELEGRAM_BOT_TOKEN", "123:hidden",
                                        "PROSA_TELEGRAM_DOOR", "nobody")));
        settings.update(all -> all.with(all.channels().withPaused(true)));
        assertEquals(ChannelsSettings.DEFAULT.withPaused(true), settings.stored().channels());
        assertEquals(Door.NOBODY, settings.current().channels().telegram().rules().door());
        assertFalse(Files.readString(directory.resolve("settings.json")).contains("hidden"));
    }

    private static ChannelsSettings over(Map<String, String> environment) {
        return new ChannelOverrides(Environment.of(environment)).over(ChannelsSettings.DEFAULT);
    }

    private static Map<ChannelField, Variable> fixed(
            Map<String, String> environment, Platform platform) {
        return new ChannelOverrides(Environment.of(environment)).fixed(platform);
    }
}
