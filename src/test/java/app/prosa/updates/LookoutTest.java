package app.prosa.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Settings.Updates;
import app.prosa.settings.updates.Finding;
import app.prosa.testing.http.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When new versions are looked for. */
@SuppressWarnings("NullAway.Init")
class LookoutTest {
    private static final Instant MORNING = Instant.parse("2026-11-30T07:00:00Z");

    @TempDir private Path dir;

    private final FakeReleases place = new FakeReleases();
    private final Queue<Runnable> first = new ArrayDeque<>();
    private final Queue<Runnable> next = new ArrayDeque<>();
    private final List<Finding> told = new ArrayList<>();
    private Instant now = MORNING;
    private LiveSettings settings;
    private Lookout lookout;

    @BeforeEach
    void open() throws IOException {
        settings = LiveSettings.open(dir, Environment.of(Map.of()));
        lookout = lookout(place.uri().toString());
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Lookout lookout(String address) {
        Lookout made =
                new Lookout(
                        address,
                        "1.9.3",
                        Duration.ofSeconds(30),
                        settings,
                        new HandTurned(),
                        new Lookout.Waits(first::add, next::add));
        made.listen(told::add);
        return made;
    }

    private final class HandTurned extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void want(boolean daily) {
        settings.update(
                all -> all.with(new Updates(daily, all.updates().looked(), all.updates().seen())));
    }

    /** The time comes to see whether a day has gone by. */
    private void later(Duration by) {
        now = now.plus(by);
        next.remove().run();
    }

    @Test
    void nobody_looks_who_was_not_asked_to() {
        lookout.begin();
        first.remove().run();
        later(Duration.ofDays(3));
        assertEquals(List.of(), place.heard);
        assertEquals(Optional.empty(), lookout.last());
    }

    @Test
    void the_start_is_not_held_up_and_a_day_has_one_look() {
        want(true);
        lookout.begin();
        assertEquals(List.of(), place.heard);
        first.remove().run();
        assertEquals(1, place.heard.size());
        assertEquals(MORNING, settings.current().updates().looked());
        for (int hour = 1; hour < 24; hour++) {
            later(Duration.ofHours(1));
        }
        assertEquals(1, place.heard.size());
        later(Duration.ofHours(1));
        assertEquals(2, place.heard.size());
    }

    @Test
    void another_start_on_the_same_day_does_not_look_again() throws IOException {
        want(true);
        lookout.begin();
        first.remove().run();
        now = MORNING.plus(Duration.ofHours(23));
        settings = LiveSettings.open(dir, Environment.of(Map.of()));
        lookout(place.uri().toString()).begin();
        first.remove().run();
        assertEquals(1, place.heard.size());
    }

    @Test
    void a_look_that_failed_was_the_look_of_the_day() {
        want(true);
        place.trouble = Trouble.page(503);
        lookout.begin();
        first.remove().run();
        later(Duration.ofHours(2));
        assertEquals(1, place.heard.size());
        assertEquals(List.of(new Finding.Unknown(Finding.Reason.REFUSED)), told);
    }

    @Test
    void switched_on_and_off_in_between_it_is_heeded_at_the_next_hour() {
        lookout.begin();
        first.remove().run();
        want(true);
        later(Duration.ofHours(1));
        assertEquals(1, place.heard.size());
        want(false);
        later(Duration.ofDays(2));
        assertEquals(1, place.heard.size());
    }

    @Test
    void a_press_looks_whatever_was_chosen_and_is_the_look_of_the_day() throws Exception {
        Finding found = lookout.look();
        assertEquals(1, place.heard.size());
        assertEquals(List.of(found), told);
        assertEquals(Optional.of(found), lookout.last());
        want(true);
        lookout.begin();
        first.remove().run();
        assertEquals(1, place.heard.size());
        lookout.look();
        assertEquals(2, place.heard.size());
    }

    @Test
    void a_time_that_is_yet_to_come_keeps_nobody_from_looking() {
        settings.update(
                all -> all.with(new Updates(true, MORNING.plus(Duration.ofDays(900)), null)));
        lookout = lookout(place.uri().toString());
        lookout.begin();
        first.remove().run();
        assertEquals(1, place.heard.size());
    }

    @Test
    void after_the_end_nobody_looks() {
        want(true);
        lookout.begin();
        lookout.close();
        first.remove().run();
        assertEquals(List.of(), place.heard);
        assertTrue(next.isEmpty());
    }

    @Test
    void without_a_safe_address_nobody_can_look() {
        want(true);
        for (String address :
                List.of("", "${prosa.releases}", "http://api.github.com/x", "https:x", "no")) {
            Lookout blind = lookout(address);
            assertFalse(blind.canLook(), address);
            assertThrows(IllegalStateException.class, blind::look);
            blind.begin();
            assertTrue(first.isEmpty());
        }
        assertTrue(lookout("https://api.github.com/repos/a/b/releases/latest").canLook());
    }
}
