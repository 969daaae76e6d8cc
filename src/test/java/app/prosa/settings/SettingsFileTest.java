package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.Settings.SendKey;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.Settings.Updates;
import app.prosa.settings.channels.Answering;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Transcription;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    static final Settings FULL =
            new Settings(
                    true,
                    new General(Language.PORTUGUESE, SendKey.SHORTCUT_ENTER, false),
                    new Appearance(Theme.DARK, Density.COMPACT, 125, true, true, true),
                    new Models(
                            List.of(
                                    new Settings.Provider(
                                            "p1",
                                            Preset.OLLAMA,
                                            "Em casa",
                                            "http://127.0.0.1:11434/v1",
                                            List.of("llama3", "qwen")),
                                    new Settings.Provider(
                                            "p2", Preset.CUSTOM, "b", "https://h/v1", List.of())),
                            new ModelChoice("p1", "llama3"),
                            0.7,
                            2048,
                            25),
                    new Personas(
                            List.of(
                                    new Persona(
                                            "a",
                                            "Tradução 😀",
                                            "Traduza.\n\"Só\" isso.",
                                            new ModelChoice("p2", "m"),
                                            1.5)),
                            "a",
                            "Be kind."),
                    new HubSettings(
                            true,
                            HubSettings.WhenClosed.KEEP,
                            "0.0.0.0",
                            8443,
                            "https://hub.example",
                            List.of("https://shop.example"),
                            List.of("10.0.0.0/8"),
                            "/etc/prosa.p12",
                            new HubSettings.Limits(false, 1, 2, 3, 4),
                            List.of(new ApiKey("k", "Loja", Scope.OPERATOR, "ab", "wxyz", 5)),
                            new HubSettings.WebPage("Título", "Olá!")),
                    channels(),
                    new Updates(true, Instant.parse("2026-11-30T07:00:00Z"), "1.2.0"));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    private static ChannelsSettings channels() {
        var rules =
                new ChannelRules(
                        true,
                        Instant.parse("2026-11-02T10:00:00Z"),
                        Door.NOBODY,
                        "a",
                        "Só isso.",
                        new ModelChoice("p2", "m"),
                        Answering.HUMAN,
                        0,
                        1,
                        2,
                        Language.ENGLISH);
        return new ChannelsSettings(
                true,
                new ChannelsSettings.Telegram(rules, true, "http://127.0.0.1:8081"),
                new ChannelsSettings.Twilio(rules, "AC1", "whatsapp:+1", "http://127.0.0.1:1"),
                new ChannelsSettings.WhatsApp(rules, "7", "v24.0", "http://127.0.0.1:2"),
                new ChannelsSettings.Instagram(rules, "8", true, "v25.0", "http://127.0.0.1:3"),
                new ChannelsSettings.Messenger(rules, "9", "v26.0", "http://127.0.0.1:4"),
                new Transcription("whisper-1", "http://127.0.0.1:5/v1"));
    }

    @Test
    void what_is_saved_is_loaded() throws IOException {
        new SettingsFile(directory).save(FULL);
        assertEquals(new SettingsFile.Loaded(FULL, null), load());
        assertTrue(Files.readString(file()).contains("\"Tradução 😀\""), "a person can read it");
    }

    @Test
    void no_file_means_the_defaults_and_makes_none() throws IOException {
        assertEquals(new SettingsFile.Loaded(Settings.DEFAULT, null), load());
        assertFalse(Files.exists(file()));
    }

    @Test
    void missing_fields_take_the_defaults() throws IOException {
        Settings settings = load("{\"appearance\": {\"theme\": \"DARK\"}}");
        var expected = new Appearance(Theme.DARK, Density.COSY, 100, false, false, false);
        assertEquals(Settings.DEFAULT.with(expected), settings);
    }

    /** The file of a version that did not look for newer ones yet. */
    @Test
    void nobody_looks_for_new_versions_who_did_not_choose_to() throws IOException {
        new SettingsFile(directory).save(FULL);
        ObjectNode old = (ObjectNode) JSON.readTree(Files.readString(file()));
        old.remove("updates");
        var file = new SettingsFile(directory);
        Files.writeString(file(), old.toString());
        assertEquals(FULL.with(new Updates(false, null, null)), file.load().settings());
        file.save(FULL);
        assertFalse(Files.exists(bak()), "nothing of it was lost");
    }

    @Test
    void a_wrong_value_is_the_default_of_its_field_alone() throws IOException {
        Settings settings =
                load(
                        """
                        {"firstRunDone": "yes",
                         "general": {"language": "KLINGON", "sendKey": 1,
                                     "largePasteAsAttachment": false},
                         "appearance": {"theme": "DARK", "density": null, "zoom": 9999,
                                        "wideTranscript": true, "reducedMotion": [],
                                        "wrapCode": true},
                         "models": {"providers": {}, "temperature": 99, "maxTokens": -5,
                                    "contextMessages": 12.5, "chosen": {"model": "m"}},
                         "personas": "none",
                         "updates": {"daily": 1, "looked": "monday", "seen": []}}
                        """);
        assertEquals(
                new Settings(
                        false,
                        new General(Language.SYSTEM, SendKey.ENTER, false),
                        new Appearance(Theme.DARK, Density.COSY, 100, true, false, true),
                        Models.DEFAULT,
                        Personas.DEFAULT,
                        HubSettings.DEFAULT,
                        ChannelsSettings.DEFAULT,
                        Updates.DEFAULT),
                settings);
    }

    @Test
    void one_bad_entry_of_a_list_does_not_take_the_others_with_it() throws IOException {
        Settings settings =
                load(
                        """
                        {"models": {"providers": [
                           {"id": "a", "preset": "GROQ", "name": "A", "baseUrl": "u",
                            "models": ["m", 7, null, {}]},
                           17, null, {"name": "no id"},
                           {"id": "b", "preset": "FROM_THE_FUTURE", "baseUrl": "https://b/v1"}]}}
                        """);
        assertEquals(
                List.of(
                        new Settings.Provider("a", Preset.GROQ, "A", "u", List.of("m", "7")),
                        new Settings.Provider("b", Preset.CUSTOM, "", "https://b/v1", List.of())),
                settings.models().providers());
    }

    @Test
    void null_is_a_value_only_where_the_record_says_so() throws IOException {
        new SettingsFile(directory).save(FULL);
        String json = Files.readString(file());
        Settings settings =
                load(
                        json.replace("\"temperature\" : 0.7", "\"temperature\" : null")
                                .replace("\"theme\" : \"DARK\"", "\"theme\" : null"));
        assertNull(settings.models().temperature());
        assertEquals(Theme.SYSTEM, settings.appearance().theme());
    }

    @Test
    void a_file_of_a_newer_version_is_copied_before_it_is_written_over() throws IOException {
        String newer = "{\"version\": 2, \"firstRunDone\": true, \"plugins\": {\"port\": 3000}}";
        Files.writeString(file(), newer);
        var file = new SettingsFile(directory);
        Settings settings = file.load().settings();
        assertTrue(settings.firstRunDone());
        assertFalse(Files.exists(bak()), "reading changes nothing");
        file.save(settings.with(Personas.DEFAULT));
        assertEquals(newer, Files.readString(bak()));
        file.save(FULL);
        assertEquals(newer, Files.readString(bak()), "only the first time");
    }

    @Test
    void whatever_is_passed_over_is_a_reason_for_a_copy() throws IOException {
        for (String original :
                List.of(
                        "{\"version\": 2}",
                        "{\"plugins\": {}}",
                        "{\"hub\": {\"port\": 99999}}",
                        "{\"hub\": {\"keys\": [{\"id\": \"no hash\"}]}}",
                        "{\"general\": {\"spellcheck\": true}}",
                        "{\"channels\": {\"twilio\": {\"rules\": {\"since\": \"monday\"}}}}",
                        "{\"channels\": {\"telegram\": {\"rules\": {\"quietMillis\": 9999}}}}",
                        "{\"appearance\": {\"zoom\": 9999}}",
                        "{\"models\": {\"providers\": [{\"name\": \"no id\"}]}}",
                        "{\"models\": {\"chosen\": {\"model\": \"no provider\"}}}")) {
            Files.writeString(file(), original);
            var file = new SettingsFile(directory);
            file.save(file.load().settings());
            assertEquals(original, Files.readString(bak()));
            Files.delete(bak());
        }
    }

    @Test
    void a_file_that_was_understood_needs_no_copy() throws IOException {
        new SettingsFile(directory).save(FULL);
        var file = new SettingsFile(directory);
        file.load();
        file.save(Settings.DEFAULT);
        assertFalse(Files.exists(bak()));
    }

    @Test
    void a_file_that_is_no_json_is_set_aside_under_a_new_name_each_time() throws IOException {
        int n = 0;
        for (String broken :
                List.of("", "{", "[]", "null", "{} {}", "\u0000\u0000", "[".repeat(20_000))) {
            Files.writeString(file(), broken);
            SettingsFile.Loaded loaded = load();
            Path aside = directory.resolve("settings.json.broken-" + ++n);
            assertEquals(new SettingsFile.Loaded(Settings.DEFAULT, aside), loaded);
            assertEquals(broken, Files.readString(aside));
            assertFalse(Files.exists(file()));
        }
    }

    @Test
    void a_lone_surrogate_is_no_reason_not_to_save() throws IOException {
        var persona = new Persona("a", "half \ud83d of a smile", "", null, null);
        Settings settings = FULL.with(new Personas(List.of(persona), null, ""));
        new SettingsFile(directory).save(settings);
        assertEquals("half ? of a smile", load().settings().personas().all().getFirst().name());
    }

    /** Truncated, with bytes changed, or both: nothing is thrown, and the original is somewhere. */
    @Test
    void no_damage_throws_or_loses_the_original() throws IOException {
        new SettingsFile(directory).save(FULL);
        byte[] good = Files.readAllBytes(file());
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = damage(good, random);
            try {
                checkOriginalSurvives(damaged);
            } catch (IOException | RuntimeException | AssertionError e) {
                fail("seed " + seed + ", round " + round, e);
            }
        }
    }

    private void checkOriginalSurvives(byte[] original) throws IOException {
        Files.write(file(), original);
        var file = new SettingsFile(directory);
        SettingsFile.Loaded loaded = file.load();
        Path aside = loaded.setAside();
        if (aside != null) {
            assertEquals(Settings.DEFAULT, loaded.settings());
            assertTrue(Arrays.equals(original, Files.readAllBytes(aside)));
            Files.delete(aside);
            return;
        }
        file.save(loaded.settings());
        if (Files.exists(bak())) {
            assertTrue(Arrays.equals(original, Files.readAllBytes(bak())));
            Files.delete(bak());
        } else {
            assertKept(JSON.readTree(original), JSON.readTree(Files.readAllBytes(file())));
        }
    }

    /** Everything that was there is there still; only the version may be another. */
    private static void assertKept(JsonNode before, JsonNode after) {
        if (before.isValueNode()) {
            assertEquals(before.asText(), after.asText());
        } else if (before.isArray()) {
            assertEquals(before.size(), after.size());
            for (int i = 0; i < before.size(); i++) {
                assertKept(before.get(i), after.get(i));
            }
        } else {
            for (var field : before.properties()) {
                if (!field.getKey().equals("version")) {
                    assertTrue(after.has(field.getKey()), field::getKey);
                    assertKept(field.getValue(), after.get(field.getKey()));
                }
            }
        }
    }

    private static byte[] damage(byte[] good, Random random) {
        boolean cut = random.nextInt(4) == 0;
        byte[] bytes = Arrays.copyOf(good, cut ? random.nextInt(good.length) : good.length);
        for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private Settings load(String json) throws IOException {
        Files.writeString(file(), json);
        return load().settings();
    }

    private SettingsFile.Loaded load() throws IOException {
        return new SettingsFile(directory).load();
    }

    private Path file() {
        return directory.resolve("settings.json");
    }

    private Path bak() {
        return directory.resolve("settings.json.bak");
    }
}
