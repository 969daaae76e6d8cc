package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.shell.ShellModel.Place;
import org.junit.jupiter.api.Test;

/** Which panes are seen. */
class ShellModelTest {
    private final ShellModel model = new ShellModel();

    @Test
    void the_list_stands_beside_the_chat_where_there_is_room() {
        assertTrue(model.listShown.get());
        assertFalse(model.overlaid.get());
        model.toggleList();
        assertFalse(model.listShown.get());
    }

    @Test
    void in_a_narrow_window_it_starts_closed_and_lies_over_the_chat() {
        model.width.set(600);
        assertFalse(model.listShown.get());
        model.toggleList();
        assertTrue(model.listShown.get());
        assertTrue(model.overlaid.get());
        model.closeOverlays();
        assertFalse(model.listShown.get());
    }

    @Test
    void what_was_chosen_for_the_wide_window_comes_back_with_it() {
        model.toggleInspector();
        model.width.set(800);
        assertFalse(model.inspectorShown.get());
        model.width.set(1200);
        assertTrue(model.inspectorShown.get());
        assertTrue(model.listShown.get());
    }

    @Test
    void the_inspector_lies_over_a_chat_that_would_be_too_narrow_beside_it() {
        model.inspectorWanted.set(true);
        model.width.set(1000);
        assertTrue(model.inspectorOverlays.get());

        model.toggleList();
        assertFalse(model.inspectorOverlays.get());
        assertTrue(model.inspectorShown.get());
    }

    @Test
    void only_the_chat_has_panes() {
        model.inspectorWanted.set(true);
        model.place.set(Place.SETTINGS);
        assertFalse(model.listShown.get());
        assertFalse(model.inspectorShown.get());
    }

    @Test
    void the_list_keeps_within_its_bounds() {
        model.resizeList(20);
        assertEquals(200, model.listWidth.get());
        model.resizeList(2000);
        assertEquals(500, model.listWidth.get());
    }
}
