package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSwitchOnTest {
    private static final Instant FIRST = Instant.parse("2026-11-02T10:00:00Z");
    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";

    @TempDir Path directory;

    @Test
    void a_channel_of_the_environment_counts_from_the_start_that_first_saw_it() throws IOException {
        LiveSettings settings = open(Map.of(TOKEN, "t"));
        at(settings, FIRST).note();
        at(settings, FIRST.plusSeconds(60)).note();
        assertEquals(FIRST, telegram(settings).since());
        assertEquals(FIRST, telegram(open(Map.of(TOKEN, "t"))).since());
        assertFalse(settings.stored().channels().telegram().rules().enabled(), "on is not stored");
        assertNull(settings.current().channels().rules(Platform.TWILIO).since());
    }

    @Test
    void with_a_window_the_door_stays_as_it_is() throws IOException {
        LiveSettings settings = open(Map.of(TOKEN, "t"));
        at(settings, FIRST).note();
        assertEquals(Door.KNOWN, telegram(settings).door());
    }

    @Test
    void without_a_window_nobody_could_be_let_in_so_the_door_is_open() throws IOException {
        LiveSettings settings = open(Map.of(TOKEN, "t"));
        at(settings, FIRST).noteAndOpenDoors();
        assertEquals(Door.EVERYONE, telegram(settings).door());
    }

    @Test
    void a_door_that_was_chosen_is_not_opened() throws IOException {
        LiveSettings named = open(Map.of(TOKEN, "t", "PROSA_TELEGRAM_DOOR", "known"));
        at(named, FIRST).noteAndOpenDoors();
        assertEquals(Door.KNOWN, telegram(named).door());
        assertEquals(Door.KNOWN, named.stored().channels().telegram().rules().door());

        LiveSettings window = open(Map.of());
        window.update(all ->
                all.with(
                        all.channels()
                                .withRules(
                                        Platform.TWILIO,
                                        ChannelRules.BUSINESS
                                                .withDoor(Door.NOBODY)
                                                .switched(true, FIRST))));
        LiveSettings later = open(Map.of("TWILIO_AUTH_TOKEN", "t"));
        at(later, FIRST.plusSeconds(60)).noteAndOpenDoors();
        assertEquals(Door.NOBODY, later.current().channels().rules(Platform.TWILIO).door());
        assertEquals(FIRST, later.current().channels().rules(Platform.TWILIO).since());
    }

    private static ChannelRules telegram(LiveSettings settings) {
        return settings.current().channels().telegram().rules();
    }

    private static FirstSwitchOn at(LiveSettings settings, Instant now) {
        return new FirstSwitchOn(settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private LiveSettings open(Map<String, String> environment) throws IOException {
        return LiveSettings.open(directory, Environment.of(environment));
    }
}
