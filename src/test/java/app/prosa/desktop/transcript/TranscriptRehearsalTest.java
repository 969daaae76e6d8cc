package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.desktop.Fx;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.MessageLines;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptRehearsalTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final TranscriptRehearsal rehearsal =
            new TranscriptRehearsal(Texts.in(Language.ENGLISH), background::add);

    @BeforeEach
    void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void each_message_is_drawn_in_a_piece_of_its_own() throws Exception {
        Fx.run(() -> {
            begin();
            for (int drawn = 0; drawn <= RehearsedMessages.ALL.size(); drawn++) {
                assertEquals(1, background.size(), "after " + drawn);
                background.remove().run();
            }
            assertTrue(background.isEmpty());
        });
    }

    @Test
    void what_is_not_drawn_yet_is_left_out_at_its_end() throws Exception {
        Fx.run(() -> {
            begin();
            background.remove().run();
            rehearsal.end();
            background.remove().run();
            assertTrue(background.isEmpty());
        });
    }

    @Test
    void the_kinds_of_lines_that_replies_are_made_of_are_all_rehearsed() {
        Set<Class<?>> kinds =
                RehearsedMessages.ALL.stream()
                        .flatMap(message -> MessageLines.of(message).lines().stream())
                        .map(Line::getClass)
                        .collect(Collectors.toSet());
        assertTrue(kinds.contains(Line.Text.class), kinds::toString);
        assertTrue(kinds.contains(Line.CodeHead.class), kinds::toString);
        assertTrue(kinds.contains(Line.TableRow.class), kinds::toString);
        assertTrue(kinds.contains(Line.Footer.class), kinds::toString);
    }

    private void begin() {
        rehearsal.begin(new Scene(new Region()));
    }
}
