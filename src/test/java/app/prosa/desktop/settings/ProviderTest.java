package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Settings.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderTest {
    private final UiQueue ui = new UiQueue();
    private PagesRig rig;
    private ProviderTools tools;
    private ModelsViewModel models;
    private ProviderViewModel openai;

    @BeforeEach
    void open(@TempDir Path dir) throws Exception {
        open(dir, Map.of());
        models.add(Preset.OPENAI);
        openai = models.providers().getFirst();
        ui.until(() -> openai.keyProperty().get() instanceof KeyState.Missing);
    }

    private void open(Path dir, Map<String, String> variables) throws IOException {
        rig = new PagesRig(dir, Place.KEYCHAIN, variables);
        tools = rig.tools(ui);
        models = new ModelsViewModel(tools, rig.undoable());
    }

    @AfterEach
    void close() {
        models.close();
        tools.desk().close();
        rig.close();
    }

    @Test
    void a_good_key_and_model_pass_the_check() throws Exception {
        openai.storeKey(" " + FakeDirectory.GOOD_KEY + "\n");
        openai.setModel("gpt-5.4");
        assertEquals("It works: gpt-5.4 answered in 320 ms.", checked());
        assertEquals(new KeyState.Stored(Place.KEYCHAIN), openai.keyProperty().get());
    }

    @Test
    void a_bad_key_is_a_sentence_with_what_the_server_said() throws Exception {
        openai.storeKey("sk-bad");
        openai.setModel("gpt-5.4");
        String said = checked();
        assertTrue(said.startsWith("OpenAI did not accept the key."), said);
        assertTrue(said.endsWith("The server said: Incorrect API key provided"), said);
        assertInstanceOf(Progress.Failed.class, openai.checkProperty().get());
    }

    @Test
    void without_a_model_there_is_nothing_to_check() {
        openai.check();
        assertEquals("Choose or type a model first.", openai.checkProperty().get().sentence());
    }

    @Test
    void cancelling_interrupts_the_call_and_says_nothing() throws Exception {
        rig.directory.slow = true;
        openai.setModel("gpt-5.4");
        openai.check();
        assertInstanceOf(Progress.Running.class, openai.checkProperty().get());
        rig.directory.awaitCall();
        openai.cancelCheck();
        assertTrue(rig.directory.interrupted.await(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS));
        ui.drain();
        assertEquals(new Progress.Idle(), openai.checkProperty().get());
    }

    @Test
    void a_result_about_a_model_that_changed_meanwhile_is_dropped() throws Exception {
        openai.storeKey(FakeDirectory.GOOD_KEY);
        openai.setModel("gpt-5.4");
        ui.until(() -> openai.keyProperty().get() instanceof KeyState.Stored);
        ui.drain();
        openai.check();
        rig.directory.awaitCall();
        openai.setModel("o5");
        ui.drain();
        assertEquals(new Progress.Idle(), openai.checkProperty().get());
    }

    @Test
    void fetched_models_are_kept_and_the_first_one_is_proposed() throws Exception {
        openai.storeKey(FakeDirectory.GOOD_KEY);
        openai.fetchModels();
        ui.until(() -> openai.fetchProperty().get() instanceof Progress.Passed);
        assertEquals("3 models found.", openai.fetchProperty().get().sentence());
        assertEquals(rig.directory.listed, openai.provider().models());
        assertEquals("gpt-5.4", openai.modelProperty().get());
    }

    @Test
    void the_first_model_ever_picked_is_the_one_of_new_chats_and_follows() {
        openai.setModel("gpt-5.4");
        assertTrue(openai.chosenProperty().get());
        openai.setModel("my-own-model");
        ModelChoice expected = new ModelChoice(openai.provider().id(), "my-own-model");
        assertEquals(expected, models.answers().state().get().chosen());
        assertEquals("my-own-model", openai.provider().models().getFirst());
    }

    @Test
    void an_address_that_is_none_is_not_kept() {
        openai.setAddress("nonsense");
        assertEquals(Preset.OPENAI.baseUrl(), openai.provider().baseUrl());
        assertEquals(new BaseUrl.Invalid("settings.url.scheme"), openai.addressProperty().get());
        openai.setAddress("https://proxy.example.com/v1/");
        assertEquals("https://proxy.example.com/v1", openai.provider().baseUrl());
    }

    @Test
    void a_blank_name_is_refused() {
        openai.rename("  ");
        assertEquals("A name is needed.", openai.nameProblemProperty().get());
        assertEquals("OpenAI", openai.provider().name());
    }

    @Test
    void removing_takes_the_key_along_and_undo_brings_both_back() throws Exception {
        models.add(Preset.GROQ);
        openai.storeKey(FakeDirectory.GOOD_KEY);
        openai.setModel("gpt-5.4");
        String id = openai.provider().id();
        models.remove(openai);
        ui.until(() -> !rig.navigation.said.isEmpty());
        assertFalse(rig.secrets.kept.containsKey(Secrets.ofProvider(id)));
        assertEquals(1, models.providers().size());

        rig.navigation.undo();
        ProviderViewModel back = models.providers().getFirst();
        ui.until(() -> back.keyProperty().get() instanceof KeyState.Stored);
        assertEquals(id, back.provider().id());
        assertTrue(back.chosenProperty().get());
        assertEquals(FakeDirectory.GOOD_KEY, rig.secrets.kept.get(Secrets.ofProvider(id)));
    }

    @Test
    void a_removed_key_comes_back_with_undo() throws Exception {
        openai.storeKey(FakeDirectory.GOOD_KEY);
        openai.removeKey(rig.undoable());
        ui.until(() -> openai.keyProperty().get() instanceof KeyState.Missing);
        ui.until(() -> !rig.navigation.said.isEmpty());
        rig.navigation.undo();
        ui.until(() -> openai.keyProperty().get() instanceof KeyState.Stored);
    }

    @Test
    void a_second_one_of_a_kind_gets_a_name_of_its_own_and_the_demo_is_there_once() {
        models.add(Preset.OPENAI);
        assertEquals("OpenAI 2", models.providers().getLast().provider().name());
        String demo = models.add(Preset.DEMO);
        assertEquals(demo, models.add(Preset.DEMO));
        assertEquals(3, models.providers().size());
    }

    @Test
    void the_first_one_that_can_answer_is_what_new_conversations_get() {
        assertFalse(openai.chosenProperty().get());
        models.add(Preset.DEMO);
        assertTrue(models.providers().getLast().chosenProperty().get());
    }

    @Test
    void another_one_is_not_what_new_conversations_get() {
        openai.setModel("gpt-5.4");
        models.add(Preset.DEMO);
        assertTrue(openai.chosenProperty().get());
    }

    @Test
    void a_locked_place_says_so() throws Exception {
        rig.secrets.lock("open sesame");
        openai.lookForKey();
        ui.until(() -> openai.keyProperty().get() instanceof KeyState.Locked);
    }

    @Test
    void the_provider_of_the_environment_cannot_be_changed(@TempDir Path other) throws Exception {
        close();
        open(other, Map.of("OPENAI_API_KEY", FakeDirectory.GOOD_KEY));
        rig.secrets.kept.put("provider/environment", FakeDirectory.GOOD_KEY);
        ProviderViewModel given = models.providers().getFirst();
        ui.until(() -> given.keyProperty().get() instanceof KeyState.FromEnvironment);
        assertTrue(given.isFromEnvironment());
        assertEquals("OPENAI_API_KEY", models.choiceFixedBy().orElseThrow());
        assertNull(rig.settings.stored().models().chosen());
    }

    private String checked() throws InterruptedException {
        openai.check();
        ui.until(() -> !(openai.checkProperty().get() instanceof Progress.Running));
        return openai.checkProperty().get().sentence();
    }
}
