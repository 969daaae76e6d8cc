package app.prosa.desktop.firstrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import app.prosa.desktop.FxWindow;
import app.prosa.desktop.settings.FakeDirectory;
import app.prosa.desktop.settings.PagesRig;
import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys through the first start, in a window. */
class FirstRunPageTest {
    private PagesRig rig;
    private Optional<FxWindow> window = Optional.empty();
    private Optional<FirstRunPage> page = Optional.empty();

    @BeforeEach
    void open(@TempDir Path dir) throws Exception {
        rig = PagesRig.in(dir);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            page.ifPresent(FirstRunPage::close);
        });
        if (window.isPresent()) {
            window.get().close();
        }
        rig.close();
    }

    @Test
    void somebody_without_a_key_takes_the_demo() throws Exception {
        FxWindow fx = show();
        fx.press("Português");
        Fx.until(() -> rig.settings.current().general().language() == Language.PORTUGUESE);
        fx.press("Dark");
        Fx.until(() -> rig.settings.current().appearance().theme() == Theme.DARK);
        fx.press("Continue");
        fx.read("Neither Ollama nor LM Studio");
        assertTrue(Fx.call(() -> fx.button("Continue").orElseThrow().isDisabled()));
        fx.press("Just a demo");
        fx.press("Continue");
        fx.read("Offline demo will answer you.");
        fx.press("Start chatting");
        Fx.until(() -> rig.settings.current().firstRunDone());
        assertEquals(Preset.DEMO, chosenPreset());
        assertEquals(List.of("new chat"), rig.navigation.went);
    }

    @Test
    void a_bad_key_gets_its_sentence_and_a_good_one_passes() throws Exception {
        FxWindow fx = show();
        fx.press("Continue");
        fx.press("With a key");
        fx.press("Check");
        fx.read("Paste a key first.");
        fx.type("Key", "sk-bad");
        fx.press("Check");
        fx.read("OpenAI did not accept the key.");
        assertTrue(Fx.call(() -> fx.button("Continue").orElseThrow().isDisabled()));
        fx.type("Key", FakeDirectory.GOOD_KEY);
        fx.press("Check");
        fx.read("It works: gpt-5.4 answered in 320 ms.");
        fx.press("Continue");
        fx.press("Start chatting");
        Fx.until(() -> rig.settings.current().firstRunDone());
        Models models = rig.models();
        assertEquals(Preset.OPENAI, chosenPreset());
        assertEquals(1, models.providers().size());
        assertEquals(rig.directory.listed, models.providers().getFirst().models());
        assertEquals(List.of(FakeDirectory.GOOD_KEY), List.copyOf(rig.secrets.kept.values()));
    }

    @Test
    void what_runs_on_this_computer_is_proposed() throws Exception {
        rig.directory.found.put(Preset.OLLAMA.baseUrl(), List.of("llama", "qwen"));
        FxWindow fx = show();
        fx.press("Continue");
        Fx.until(() -> fx.button("Ollama").isPresent());
        Fx.until(() -> !fx.button("Continue").orElseThrow().isDisabled());
        fx.press("Continue");
        fx.read("llama will answer you.");
        fx.read("Search titles");
        fx.press("Start chatting");
        Fx.until(() -> rig.settings.current().firstRunDone());
        assertEquals(Preset.OLLAMA, chosenPreset());
        assertEquals(List.of("llama", "qwen"), rig.models().providers().getFirst().models());
    }

    @Test
    void skipping_keeps_nothing_that_was_tried() throws Exception {
        FxWindow fx = show();
        fx.press("Continue");
        fx.press("With a key");
        fx.type("Key", FakeDirectory.GOOD_KEY);
        fx.press("Check");
        fx.read("It works");
        fx.press("Skip for now");
        Fx.until(() -> rig.settings.current().firstRunDone() && rig.secrets.kept.isEmpty());
        assertNull(rig.models().chosen());
        assertEquals(List.of(), rig.models().providers());
        assertEquals(List.of("new chat"), rig.navigation.went);
    }

    @Test
    void trying_another_provider_forgets_the_one_before() throws Exception {
        FxWindow fx = show();
        fx.press("Continue");
        fx.press("With a key");
        fx.type("Key", "sk-bad");
        fx.press("Check");
        fx.read("OpenAI did not accept the key.");
        fx.press("Groq");
        fx.type("Key", "gsk-good");
        fx.press("Check");
        fx.read("It works");
        fx.press("Continue");
        fx.press("Start chatting");
        Fx.until(() -> rig.settings.current().firstRunDone());
        assertEquals(Preset.GROQ, chosenPreset());
        assertEquals(1, rig.models().providers().size());
        Fx.until(() -> rig.secrets.kept.size() == 1);
    }

    @Test
    void a_language_of_the_environment_says_so_and_cannot_be_chosen(@TempDir Path other)
            throws Exception {
        rig.close();
        rig = new PagesRig(other, Secrets.Place.KEYCHAIN, Map.of("PROSA_LANGUAGE", "en"));
        FxWindow fx = show();
        fx.read("Set by the environment variable PROSA_LANGUAGE");
        assertTrue(Fx.call(() -> fx.button("Português").orElseThrow().isDisabled()));
    }

    private Preset chosenPreset() {
        ModelChoice chosen = Objects.requireNonNull(rig.models().chosen());
        return rig.models().provider(chosen.providerId()).orElseThrow().preset();
    }

    private FxWindow show() throws Exception {
        FxWindow fx =
                FxWindow.show(() -> {
                    FirstRunPage made = new FirstRunPage(rig.context(), rig.services);
                    page = Optional.of(made);
                    return made.root();
                });
        window = Optional.of(fx);
        return fx;
    }
}
