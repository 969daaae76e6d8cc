package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String TOLD =
            "Look\n\nAttached picture \"p.png\" (image/png, 3 bytes); you cannot see it.";

    private final Rig rig = Rig.start();

    @AfterEach
    void close() {
        rig.close();
    }

    private String show(String model) throws Exception {
        Attachment picture = new Attachment("p.png", "image/png", new byte[] {1, 2, 3});
        Part part = new Part(Role.USER, "Look", List.of(picture));
        Collected sink = new Collected();
        rig.models.stream(
                new ChatRequest(new ModelRef(Rig.PROVIDER, model), "", List.of(part), null, null),
                sink);
        return sink.answer();
    }

    private boolean isBlind(String model) {
        return rig.models.isBlind(new ModelRef(Rig.PROVIDER, model));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blind", "blind-router", "blind-locally"})
    void a_model_that_refuses_pictures_is_told_of_them_from_then_on(String model) throws Exception {
        assertFalse(isBlind(model));
        assertEquals(TOLD, show(model));
        assertTrue(isBlind(model));
        assertEquals(TOLD, show(model));
        assertEquals(3, rig.server.requests().size());
    }

    @Test
    void a_picture_that_cannot_be_read_says_nothing_of_the_next_one() throws Exception {
        assertEquals(TOLD, show("no-such-picture"));
        assertFalse(isBlind("no-such-picture"));
        show("no-such-picture");
        assertEquals(4, rig.server.requests().size());
    }

    @Test
    void a_model_that_takes_them_is_shown_them() throws Exception {
        assertEquals("Look", show("echo"));
        assertFalse(isBlind("echo"));
    }

    @Test
    void the_demo_sees_nothing() {
        try (Models demo = Rig.models(Preset.DEMO, "", null)) {
            assertTrue(demo.isBlind(new ModelRef(Rig.PROVIDER, DemoChatModel.NAME)));
        }
    }
}
