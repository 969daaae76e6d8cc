package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Settings.Persona;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonasTest {
    private PagesRig rig;
    private SettingsDesk desk;
    private PersonasViewModel personas;

    @BeforeEach
    void open(@TempDir Path dir) throws IOException {
        rig = PagesRig.in(dir);
        desk = rig.desk(new UiQueue());
        personas = new PersonasViewModel(desk, rig.undoable());
    }

    @AfterEach
    void close() {
        personas.close();
        desk.close();
        rig.close();
    }

    @Test
    void a_persona_is_edited_field_by_field() {
        SimpleStringProperty problem = new SimpleStringProperty("");
        String id = personas.add();
        personas.rename(id, " Tutor ", problem);
        personas.setPrompt(id, "Ask, do not tell.");
        personas.setTemperature(id, "1,5", problem);
        assertEquals(List.of(new Persona(id, "Tutor", "Ask, do not tell.", null, 1.5)), all());
        personas.setTemperature(id, "", problem);
        assertNull(all().getFirst().temperature());
        assertEquals("", problem.get());
    }

    @Test
    void a_blank_name_and_a_wild_temperature_are_refused() {
        SimpleStringProperty problem = new SimpleStringProperty("");
        String id = personas.add();
        personas.rename(id, "", problem);
        assertEquals("A name is needed.", problem.get());
        personas.setTemperature(id, "9", problem);
        assertEquals("A number from 0 to 2, or nothing.", problem.get());
        assertEquals(List.of(new Persona(id, "New persona", "", null, null)), all());
    }

    @Test
    void a_copy_has_a_name_and_an_id_of_its_own() {
        personas.add();
        personas.duplicate(all().getFirst());
        personas.duplicate(all().getFirst());
        assertEquals(List.of("New persona", "New persona (copy)", "New persona (copy) 2"), names());
        assertEquals(3, all().stream().map(Persona::id).distinct().count());
    }

    @Test
    void a_removed_persona_comes_back_to_its_place_and_keeps_what_changed_meanwhile() {
        String first = personas.add();
        String second = personas.add();
        personas.choose(first);
        personas.remove(all().getFirst());
        assertNull(personas.state().get().chosen());
        personas.rename(second, "Renamed", new SimpleStringProperty());
        rig.navigation.undo();
        assertEquals(List.of("New persona", "Renamed"), names());
        assertEquals(first, personas.state().get().chosen());
    }

    @Test
    void a_prompt_of_the_environment_names_its_variable(@TempDir Path other) throws IOException {
        close();
        rig = new PagesRig(other, Place.KEYCHAIN, Map.of("AI_SYSTEM_PROMPT", "Be brief."));
        desk = rig.desk(new UiQueue());
        personas = new PersonasViewModel(desk, rig.undoable());
        assertEquals("AI_SYSTEM_PROMPT", personas.promptFixedBy().orElseThrow());
        assertEquals("Be brief.", personas.state().get().systemPrompt());
    }

    private List<Persona> all() {
        return personas.state().get().all();
    }

    private List<String> names() {
        return all().stream().map(Persona::name).toList();
    }
}
