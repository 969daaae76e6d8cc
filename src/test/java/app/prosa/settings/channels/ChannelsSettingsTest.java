package app.prosa.settings.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Language;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.channels.ChannelsSettings.Instagram;
import app.prosa.settings.channels.ChannelsSettings.Twilio;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelsSettingsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void no_channel_is_on_before_somebody_switches_it_on() {
        assertEquals(List.of(), ChannelsSettings.DEFAULT.enabled());
        assertFalse(ChannelsSettings.DEFAULT.paused());
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_of_one_platform_change_alone(Platform platform) {
        var rules = ChannelRules.BUSINESS.withDailyAnswers(7);
        ChannelsSettings changed = ChannelsSettings.DEFAULT.withRules(platform, rules);
        assertEquals(rules, changed.rules(platform));
        for (Platform other : Platform.values()) {
            if (other != platform) {
                assertEquals(ChannelsSettings.DEFAULT.rules(other), changed.rules(other));
            }
        }
        assertNotEquals(ChannelsSettings.DEFAULT, changed);
    }

    @Test
    void a_channel_counts_from_when_it_was_switched_on_last() {
        ChannelRules on = ChannelRules.PERSONAL.switched(true, NOW);
        assertTrue(on.enabled());
        assertEquals(NOW, on.since());
        assertEquals(on, on.switched(true, NOW.plusSeconds(1)), "it was on already");
        ChannelRules off = on.switched(false, NOW.plusSeconds(2));
        assertFalse(off.enabled());
        assertEquals(NOW.plusSeconds(3), off.switched(true, NOW.plusSeconds(3)).since());
    }

    @Test
    void each_change_of_the_rules_keeps_the_others() {
        var expected =
                new ChannelRules(
                        true,
                        NOW,
                        Door.NOBODY,
                        "p",
                        "Be kind.",
                        new ModelChoice("a", "m"),
                        Answering.PAUSED,
                        8000,
                        1,
                        2,
                        Language.PORTUGUESE);
        ChannelRules changed =
                ChannelRules.PERSONAL
                        .switched(true, NOW)
                        .withDoor(Door.NOBODY)
                        .withPersona("p")
                        .withSystemPrompt("Be kind.")
                        .withModel(new ModelChoice("a", "m"))
                        .withAnswering(Answering.PAUSED)
                        .withQuietMillis(9000)
                        .withHourlyPerPerson(1)
                        .withDailyAnswers(2)
                        .withLanguage(Language.PORTUGUESE);
        assertEquals(expected, changed);
    }

    @Test
    void an_empty_address_is_the_platforms_own_and_none_ends_in_a_slash() {
        var telegram = ChannelsSettings.Telegram.DEFAULT;
        assertEquals("https://api.telegram.org", telegram.withBaseUrl(" ").baseUrl());
        assertEquals("http://a.example", telegram.withBaseUrl("http://a.example//").baseUrl());
        assertEquals(
                "v23.0", ChannelsSettings.WhatsApp.DEFAULT.withGraphVersion("").graphVersion());
    }

    @Test
    void metas_own_address_of_instagram_follows_where_the_token_was_made() {
        Instagram facebook = Instagram.DEFAULT.withFacebookLogin(true);
        assertEquals("https://graph.facebook.com", facebook.baseUrl());
        assertEquals("https://graph.instagram.com", facebook.withFacebookLogin(false).baseUrl());
        Instagram own = Instagram.DEFAULT.withBaseUrl("http://127.0.0.1:1");
        assertEquals("http://127.0.0.1:1", own.withFacebookLogin(true).baseUrl());
    }

    @Test
    void a_sender_is_a_number_with_its_country_or_a_messaging_service() {
        assertEquals(Optional.of("whatsapp:+14155238886"), Twilio.senderOf(" +14155238886 "));
        String service = "MG0123456789abcdef0123456789abcdef";
        for (String sender : List.of("whatsapp:+14155238886", service)) {
            assertEquals(Optional.of(sender), Twilio.senderOf(sender));
        }
        for (String other : List.of("", "4155238886", "whatsapp:4155238886", "MG1", "sms:+14155")) {
            assertEquals(Optional.empty(), Twilio.senderOf(other));
        }
    }

    @Test
    void every_secret_has_a_name_of_its_own() {
        Set<String> names = new HashSet<>();
        for (Platform platform : Platform.values()) {
            ChannelSecrets.of(platform)
                    .forEach(kind -> assertTrue(names.add(kind.nameFor(platform))));
        }
        assertEquals(
                List.of("channel/instagram/app-secret", "channel/instagram/facebook-app-secret"),
                ChannelSecrets.appSecrets(Platform.INSTAGRAM));
        assertTrue(names.contains(ChannelSecrets.token(Platform.TWILIO)));
        assertTrue(names.contains(ChannelSecrets.webhookSecret(Platform.TELEGRAM)));
        assertTrue(names.contains(ChannelSecrets.verifyToken(Platform.MESSENGER)));
    }

    @Test
    void what_we_make_is_what_telegram_takes_as_a_secret() {
        String made = ChannelSecrets.make();
        assertTrue(made.matches("[A-Za-z0-9_-]{43}"), made);
        assertNotEquals(made, ChannelSecrets.make());
    }

    @Test
    void no_two_platforms_share_a_webhook() {
        assertEquals(
                Platform.values().length,
                Arrays.stream(Platform.values()).map(Platform::webhookPath).distinct().count());
    }
}
