package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.LiveSettings.Change;
import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.Settings.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    @TempDir Path directory;

    @Test
    void a_change_holds_at_once_and_after_a_restart() throws IOException {
        LiveSettings settings = open();
        Settings now = settings.update(s -> s.with(theme(s, Theme.DARK)));
        assertEquals(Theme.DARK, now.appearance().theme());
        assertEquals(now, settings.current());
        assertEquals(now, open().current());
    }

    @Test
    void subscribers_get_every_change_until_they_close() throws IOException {
        LiveSettings settings = open();
        List<Change> changes = new ArrayList<>();
        Settings before = settings.current();
        try (var _ = settings.subscribe(changes::add)) {
            settings.update(Settings::withFirstRunDone);
            settings.update(Settings::withFirstRunDone); // the same again is no change
        }
        settings.update(s -> s.with(theme(s, Theme.LIGHT)));
        assertEquals(List.of(new Change(before, before.withFirstRunDone())), changes);
    }

    @Test
    void a_subscriber_that_changes_the_settings_mixes_up_nobody() throws IOException {
        LiveSettings settings = open();
        List<Theme> seen = new ArrayList<>();
        settings.subscribe(change -> {
            if (change.after().appearance().theme() == Theme.DARK) {
                settings.update(s -> s.with(theme(s, Theme.LIGHT)));
            }
        });
        settings.subscribe(change -> seen.add(change.after().appearance().theme()));
        settings.update(s -> s.with(theme(s, Theme.DARK)));
        assertEquals(List.of(Theme.DARK, Theme.LIGHT), seen);
    }

    @Test
    void a_subscriber_that_fails_harms_no_other() throws IOException {
        LiveSettings settings = open();
        var uncaught = new AtomicReference<Throwable>();
        var fault = new IllegalStateException("a fault");
        List<Change> changes = new ArrayList<>();
        settings.subscribe(change -> {
            throw fault;
        });
        settings.subscribe(changes::add);
        Thread thread = new Thread(() -> settings.update(Settings::withFirstRunDone));
        thread.setUncaughtExceptionHandler((_, thrown) -> uncaught.set(thrown));
        thread.start();
        join(thread);
        assertEquals(1, changes.size());
        assertEquals(fault, uncaught.get());
    }

    @Test
    void changes_at_the_same_time_are_all_kept_and_told_in_order() throws IOException {
        LiveSettings settings = open();
        List<Change> changes = Collections.synchronizedList(new ArrayList<>());
        settings.subscribe(changes::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String id = "p" + i;
                threads.execute(() -> settings.update(s -> withPersona(s, id)));
            }
        }
        assertEquals(50, settings.current().personas().all().size());
        assertEquals(settings.current(), open().current());
        assertEquals(50, changes.size());
        for (int i = 1; i < changes.size(); i++) {
            assertEquals(changes.get(i - 1).after(), changes.get(i).before());
        }
    }

    @Test
    void what_cannot_be_stored_does_not_hold() throws IOException {
        LiveSettings settings = open();
        List<Change> changes = new ArrayList<>();
        settings.subscribe(changes::add);
        Files.createDirectories(directory.resolve("settings.json/occupied"));
        assertThrows(UncheckedIOException.class, () -> settings.update(Settings::withFirstRunDone));
        assertEquals(Settings.DEFAULT, settings.current());
        assertEquals(List.of(), changes);
    }

    @Test
    void a_broken_file_is_told_of() throws IOException {
        Files.writeString(directory.resolve("settings.json"), "{\"theme");
        LiveSettings settings = open();
        assertEquals(Settings.DEFAULT, settings.current());
        assertEquals(Optional.of(directory.resolve("settings.json.broken-1")), settings.setAside());
        assertEquals(Optional.empty(), open().setAside());
    }

    @Test
    void nothing_of_the_environment_is_ever_stored() throws IOException {
        open().update(s -> SettingsFileTest.FULL);
        LiveSettings settings =
                open(
                        Map.of(
                                "OPENAI_API_KEY", "sk-secret-1",
                                "OPENAI_MODEL", "from-environment",
                                "AI_SYSTEM_PROMPT", "From the environment.",
                                "PROSA_LANGUAGE", "en"));
        assertEquals(SettingsFileTest.FULL, settings.stored());
        Models shown = settings.current().models();
        settings.update(s -> s.with(shown)); // as a window would that edits what it shows
        assertEquals(SettingsFileTest.FULL, settings.stored());
        settings.update(Settings::withFirstRunDone);
        settings.update(s -> s.with(theme(s, Theme.LIGHT)));
        String file = Files.readString(directory.resolve("settings.json"));
        assertTrue(!file.contains("nvironment") && !file.contains("sk-secret"), file);
        assertEquals(SettingsFileTest.FULL.models(), open().current().models());
    }

    @Test
    void a_choice_that_the_environment_fixes_is_kept_for_when_it_does_not() throws IOException {
        LiveSettings settings = open(Map.of("PROSA_LANGUAGE", "pt-BR"));
        List<Change> changes = new ArrayList<>();
        settings.subscribe(changes::add);
        General general = General.DEFAULT;
        settings.update(s ->
                s.with(
                        new General(
                                Language.ENGLISH,
                                general.sendKey(),
                                general.largePasteAsAttachment())));
        assertEquals(Language.PORTUGUESE, settings.current().general().language());
        assertEquals(List.of(), changes, "nothing that holds has changed");
        assertEquals(Language.ENGLISH, open().current().general().language());
    }

    @Test
    void a_choice_of_the_environments_provider_leaves_the_stored_one() throws IOException {
        open().update(s -> SettingsFileTest.FULL);
        LiveSettings settings = open(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1"));
        Models models = SettingsFileTest.FULL.models();
        settings.update(s ->
                s.with(
                        new Models(
                                models.providers(),
                                new ModelChoice(Environment.PROVIDER, "m"),
                                null,
                                null,
                                10)));
        assertEquals(models.chosen(), settings.stored().models().chosen());
    }

    private static Settings withPersona(Settings settings, String id) {
        List<Persona> all = new ArrayList<>(settings.personas().all());
        all.add(new Persona(id, id, "", null, null));
        return settings.with(new Personas(all, null, ""));
    }

    private static Appearance theme(Settings settings, Theme theme) {
        Appearance a = settings.appearance();
        return new Appearance(
                theme, a.density(), a.zoom(), a.wideTranscript(), a.reducedMotion(), a.wrapCode());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private LiveSettings open() throws IOException {
        return open(Map.of());
    }

    private LiveSettings open(Map<String, String> environment) throws IOException {
        return LiveSettings.open(directory, Environment.of(environment));
    }
}
