package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.hub.HubSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Settings STORED = SettingsFileTest.FULL;

    @Test
    void without_variables_the_stored_settings_hold() {
        assertEquals(STORED, over(Map.of()));
        assertEquals(Map.of(), fixed(Map.of()));
    }

    @Test
    void a_blank_variable_is_none() {
        var blank = Map.of("OPENAI_API_KEY", " ", "PROSA_LANGUAGE", "", "OPENAI_BASE_URL", "\n");
        assertEquals(STORED, over(blank));
        assertEquals(Map.of(), fixed(blank));
    }

    @Test
    void a_key_alone_makes_openai_the_first_provider_and_chooses_it() {
        Settings settings = over(Map.of("OPENAI_API_KEY", "sk-1"));
        assertEquals(
                new Settings.Provider(
                        "environment",
                        Preset.OPENAI,
                        "OpenAI",
                        "https://api.openai.com/v1",
                        List.of(Environment.DEFAULT_MODEL)),
                settings.models().providers().getFirst());
        assertEquals(3, settings.models().providers().size());
        assertEquals(
                new ModelChoice("environment", Environment.DEFAULT_MODEL),
                settings.models().chosen());
    }

    @Test
    void an_address_makes_the_preset_that_is_there_or_a_provider_of_its_own() {
        assertEquals(
                Preset.OLLAMA,
                first(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1/")).preset());
        Settings.Provider own = first(Map.of("OPENAI_BASE_URL", "https://models.example/api//"));
        assertEquals(Preset.CUSTOM, own.preset());
        assertEquals("models.example", own.name());
        assertEquals("https://models.example/api", own.baseUrl());
    }

    @Test
    void a_model_alone_is_asked_of_the_chosen_provider() {
        var model = Map.of("OPENAI_MODEL", "other");
        assertEquals(new ModelChoice("p1", "other"), over(model).models().chosen());
        Settings unchosen = new Overrides(Environment.of(model)).over(Settings.DEFAULT);
        assertNull(unchosen.models().chosen());
    }

    @Test
    void the_prompt_is_what_new_conversations_say_so_no_persona_is_chosen() {
        Settings settings = over(Map.of("AI_SYSTEM_PROMPT", "Seja breve.\nSempre."));
        assertEquals("Seja breve.\nSempre.", settings.personas().systemPrompt());
        assertNull(settings.personas().chosen());
        assertEquals(STORED.personas().all(), settings.personas().all());
    }

    @Test
    void languages_are_known_as_systems_write_them() {
        for (String portuguese : List.of("pt", "pt-BR", "pt_BR", "pt_BR.UTF-8", "PT-br")) {
            assertEquals(Language.PORTUGUESE, language(portuguese));
        }
        assertEquals(Language.ENGLISH, language("en_US.UTF-8"));
        assertEquals(Language.SYSTEM, language("system"));
        assertEquals(Optional.empty(), Environment.of(Map.of()).language());
    }

    @Test
    void every_fixed_setting_names_its_variable() {
        assertEquals(
                Map.of(
                        Overridable.LANGUAGE, Variable.PROSA_LANGUAGE,
                        Overridable.PROVIDER, Variable.OPENAI_API_KEY,
                        Overridable.MODEL, Variable.OPENAI_MODEL,
                        Overridable.SYSTEM_PROMPT, Variable.AI_SYSTEM_PROMPT,
                        Overridable.PERSONA, Variable.AI_SYSTEM_PROMPT,
                        Overridable.PASSPHRASE, Variable.PROSA_MASTER_KEY),
                fixed(
                        Map.of(
                                "OPENAI_API_KEY", "sk-1",
                                "OPENAI_BASE_URL", "https://h/v1",
                                "OPENAI_MODEL", "m",
                                "AI_SYSTEM_PROMPT", "p",
                                "PROSA_LANGUAGE", "en",
                                "PROSA_MASTER_KEY", "k")));
        assertEquals(
                Map.of(
                        Overridable.PROVIDER, Variable.OPENAI_BASE_URL,
                        Overridable.MODEL, Variable.OPENAI_BASE_URL),
                fixed(Map.of("OPENAI_BASE_URL", "https://h/v1")));
    }

    @Test
    void a_value_that_cannot_be_used_is_refused_by_name_and_never_shown() {
        refused("PROSA_LANGUAGE", "xx");
        refused("OPENAI_BASE_URL", "models.example");
        refused("OPENAI_BASE_URL", "ftp://secret-host/v1");
        refused("OPENAI_BASE_URL", "https://me:secret-word@host/v1");
        refused("OPENAI_BASE_URL", "https:///v1");
        refused("OPENAI_BASE_URL", "https://host:99999/v1");
        refused("OPENAI_BASE_URL", "not a url");
        refused("OPENAI_API_KEY", "sk-secret two");
        refused("OPENAI_API_KEY", "sk-chavé");
        refused("OPENAI_MODEL", "one\ntwo");
        refused("PROSA_DATA_DIR", "a\u0000b");
        refused("PORT", "three");
        refused("PORT", "65536");
        refused("PORT", "-1");
        refused("PROSA_BIND", "my.computer");
        refused("PROSA_BIND", "10.0.0.0/8");
        refused("PROSA_PUBLIC_URL", "hub.example");
        refused("PROSA_ORIGINS", "https://good.example,*");
        refused("PROSA_ORIGINS", "https://good.example/path");
        refused("PROSA_TRUSTED_PROXIES", "localhost");
        refused("PROSA_TRUSTED_PROXIES", "10.0.0.0/33");
        refused("PROSA_LIMITS", "yes");
        refused("PROSA_API_KEY", "two words");
        refused("PROSA_DEBOUNCE_MS", "8001");
        refused("TELEGRAM_BOT_TOKEN", "123:a b");
        refused("PROSA_TELEGRAM_WEBHOOK_SECRET", "a/b");
        refused("PROSA_TELEGRAM_DOOR", "open");
        refused("TWILIO_ACCOUNT_SID", "AC/..");
        refused("TWILIO_PHONE_NUMBER", "555-1234");
        refused("PROSA_GRAPH_VERSION", "latest");
        refused("PROSA_GRAPH_API_URL", "graph");
        refused("PROSA_WHATSAPP_PHONE_NUMBER_ID", "a b");
    }

    @Test
    void the_hub_is_as_the_environment_says() {
        HubSettings hub =
                over(Map.of(
                                "PORT", "0",
                                "PROSA_BIND", "::1",
                                "PROSA_PUBLIC_URL", "https://a.example",
                                "PROSA_ORIGINS", "https://b.example, http://localhost:8080,",
                                "PROSA_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8",
                                "PROSA_KEYSTORE", "/a.p12",
                                "PROSA_LIMITS", "on"))
                        .hub();
        HubSettings stored = STORED.hub();
        assertEquals(
                new HubSettings(
                        stored.on(),
                        stored.whenClosed(),
                        "::1",
                        0,
                        "https://a.example",
                        List.of("https://b.example", "http://localhost:8080"),
                        List.of("127.0.0.1", "10.0.0.0/8"),
                        "/a.p12",
                        stored.limits().withOn(true),
                        stored.keys(),
                        stored.page()),
                hub);
    }

    @Test
    void every_fixed_setting_of_the_hub_names_its_variable() {
        assertEquals(
                Map.of(
                        Overridable.HUB_PORT, Variable.PORT,
                        Overridable.HUB_BIND, Variable.PROSA_BIND,
                        Overridable.HUB_PUBLIC_URL, Variable.PROSA_PUBLIC_URL,
                        Overridable.HUB_ORIGINS, Variable.PROSA_ORIGINS,
                        Overridable.HUB_TRUSTED_PROXIES, Variable.PROSA_TRUSTED_PROXIES,
                        Overridable.HUB_KEYSTORE, Variable.PROSA_KEYSTORE,
                        Overridable.HUB_KEY, Variable.PROSA_API_KEY,
                        Overridable.HUB_LIMITS, Variable.PROSA_LIMITS),
                fixed(
                        Map.of(
                                "PORT", "1",
                                "PROSA_BIND", "0.0.0.0",
                                "PROSA_PUBLIC_URL", "https://h",
                                "PROSA_ORIGINS", "https://h",
                                "PROSA_TRUSTED_PROXIES", "127.0.0.1",
                                "PROSA_KEYSTORE", "a",
                                "PROSA_API_KEY", "k",
                                "PROSA_LIMITS", "off")));
    }

    @Test
    void no_secret_is_in_a_string() {
        var environment =
                Environment.of(Map.of("OPENAI_API_KEY", "sk-1", "PROSA_MASTER_KEY", "word"));
        assertEquals("Environment[OPENAI_API_KEY, PROSA_MASTER_KEY]", environment.toString());
    }

    private static void refused(String name, String value) {
        var refusal =
                assertThrows(
                        InvalidVariableException.class, () -> Environment.of(Map.of(name, value)));
        assertEquals(name, refusal.variable().name());
        for (Language language : List.of(Language.ENGLISH, Language.PORTUGUESE)) {
            String sentence = refusal.sentence(Texts.in(language));
            assertTrue(sentence.contains(name), sentence);
            assertEquals(1, sentence.lines().count());
            assertFalse(sentence.contains(value), sentence);
        }
        assertFalse(refusal.toString().contains(value), refusal.toString());
    }

    private static Language language(String value) {
        return Environment.of(Map.of("PROSA_LANGUAGE", value)).language().orElseThrow();
    }

    private static Settings.Provider first(Map<String, String> environment) {
        return over(environment).models().providers().getFirst();
    }

    private static Settings over(Map<String, String> environment) {
        return new Overrides(Environment.of(environment)).over(STORED);
    }

    private static Map<Overridable, Variable> fixed(Map<String, String> environment) {
        return new Overrides(Environment.of(environment)).fixed();
    }
}
