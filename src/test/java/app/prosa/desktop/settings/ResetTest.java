package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.prosa.settings.Language;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every section with choices can be put back, and that can be taken back. */
class ResetTest {
    private final UiQueue ui = new UiQueue();
    private PagesRig rig;
    private ProviderTools tools;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        rig = PagesRig.in(dir);
        tools = rig.tools(ui);
    }

    @AfterEach
    void close() {
        tools.desk().close();
        rig.close();
    }

    @Test
    void general_is_reset() {
        GeneralViewModel general = new GeneralViewModel(tools.desk(), rig.undoable());
        general.setLanguage(Language.PORTUGUESE);
        general.setLargePasteAsAttachment(false);
        assertResets(general, Settings.DEFAULT);
    }

    @Test
    void appearance_is_reset() {
        AppearanceViewModel look = new AppearanceViewModel(tools.desk(), rig.undoable());
        look.setTheme(Theme.DARK);
        look.setDensity(Density.COMPACT);
        look.setZoom(150);
        look.setWideTranscript(true);
        look.setReducedMotion(true);
        look.setWrapCode(true);
        assertResets(look, Settings.DEFAULT);
    }

    @Test
    void how_models_answer_is_reset_and_the_providers_stay() {
        ModelsViewModel models = new ModelsViewModel(tools, rig.undoable());
        models.add(Preset.OLLAMA);
        Settings before = tools.desk().shown();
        models.answers().setTemperature("0,7", new SimpleStringProperty());
        models.answers().setMaxTokens("500", new SimpleStringProperty());
        models.answers().setContextMessages("30", new SimpleStringProperty());
        assertEquals(0.7, tools.desk().shown().models().temperature());
        assertResets(models, before);
    }

    @Test
    void the_prompt_is_reset_and_the_personas_stay() {
        PersonasViewModel personas = new PersonasViewModel(tools.desk(), rig.undoable());
        String id = personas.add();
        Settings before = tools.desk().shown();
        personas.setSystemPrompt("Be brief.");
        personas.choose(id);
        assertResets(personas, before);
    }

    private void assertResets(Section section, Settings reset) {
        Settings changed = tools.desk().shown();
        assertNotEquals(reset, changed);
        section.reset();
        assertEquals(reset, tools.desk().shown());
        assertEquals(1, rig.navigation.said.size());
        rig.navigation.undo();
        assertEquals(changed, tools.desk().shown());
        section.close();
    }
}
