package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Fx;
import app.prosa.desktop.transcript.find.Findings;
import app.prosa.desktop.transcript.find.Needle;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.rows.RowNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/** What is looked for is marked, and gone to wherever it is. */
class FoundTest extends TranscriptWindow {
    private final List<String> words = new CopyOnWriteArrayList<>();

    FoundTest() throws Exception {}

    private Findings look(TranscriptSource source, String typed) throws Exception {
        Needle needle = Needle.of(typed).orElseThrow();
        Fx.run(() -> view.mark(needle));
        return Findings.in(source, source.size(), 0, needle, null, hit -> {}, () -> false);
    }

    private void goTo(Findings found, int index) throws Exception {
        int before = words.size();
        Fx.run(() -> view.goTo(found.hit(index), words::add));
        Fx.await("the hit", () -> words.size() > before);
        awaitReady();
    }

    @Test
    void a_hit_far_away_is_brought_into_sight_and_marked_as_the_one() throws Exception {
        Findings found = look(show(Conversations.many(1_000)), "QUESTION 500");
        assertEquals(1, found.total());

        goTo(found, 0);

        assertTrue(words.getFirst().contains("Question 500"), words.getFirst());
        Fx.run(() -> {
            Bounds hit = marks(".found-current").getFirst().localToScene(bounds(0));
            assertTrue(hit.getMinY() > 60 && hit.getMaxY() < view.getHeight(), hit::toString);
            assertFalse(view.isFollowing());
            assertEquals(500, view.focusedSlot());
        });
    }

    private Bounds bounds(int index) {
        return marks(".found-current").get(index).getBoundsInLocal();
    }

    private List<Path> marks(String styleClass) {
        return view.lookupAll(styleClass).stream()
                .map(Path.class::cast)
                .filter(FoundTest::isShown)
                .filter(path -> !path.getElements().isEmpty())
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void one_in_sight_does_not_move_what_one_reads() throws Exception {
        Findings found = look(show(Conversations.many(50)), "question");
        goTo(found, found.nearest(view.firstInSight()) + 1);
        Placed steady = Fx.call(() -> placed().getFirst());

        goTo(found, found.nearest(view.firstInSight()) + 1);

        assertEquals(steady, Fx.call(() -> placed().getFirst()));
        Fx.run(() -> {
            assertEquals(1, marks(".found-current").size());
            assertFalse(marks(".found").isEmpty());
            view.mark(null);
            assertTrue(marks(".found").isEmpty() && marks(".found-current").isEmpty());
        });
    }

    @Test
    void the_first_and_the_last_line_come_out_from_under_what_covers_them() throws Exception {
        Findings found = look(show(Conversations.many(51)), "question");
        Fx.run(() -> view.setCovered(true));
        goTo(found, 0);
        Fx.run(() -> {
            assertTrue(currentHit().getMinY() >= TranscriptView.COVERED * view.viewport().em());
            assertEquals(0, view.firstInSight());
        });
        goTo(found, found.total() - 1);
        Fx.run(this::currentIsInSight);
        goTo(found, 0);
        Fx.run(() -> view.setCovered(false));
        awaitReady();
        Fx.run(() -> assertEquals(0, placed().getFirst().y(), "no gap is left behind"));
    }

    private Bounds currentHit() {
        Path hit = marks(".found-current").getFirst();
        return view.sceneToLocal(hit.localToScene(hit.getBoundsInLocal()));
    }

    @Test
    void what_is_folded_away_or_scrolled_aside_is_opened() throws Exception {
        String far = "x".repeat(400) + " needle";
        String code = "line\n".repeat(90) + far + "\n" + "line\n".repeat(20);
        String table = "|a|b|\n|-|-|\n|" + "wide ".repeat(80) + "|needle|";
        Message message =
                Conversations.message(
                        0,
                        Author.ASSISTANT,
                        "text\n\n```\n" + code + "```\n\n" + table,
                        "a needle in the reasoning",
                        MessageState.COMPLETE,
                        null);
        Findings found = look(show(List.of(message)), "needle");
        assertEquals(3, found.total());

        for (int i = 0; i < 3; i++) {
            goTo(found, i);
            Fx.run(this::currentIsInSight);
        }
        Fx.run(() -> view.viewport().toTop());
        Fx.await("the open reasoning", () -> shownText().contains("a needle in the reasoning"));
    }

    private void currentIsInSight() {
        Path hit = marks(".found-current").getFirst();
        Bounds at = currentHit();
        assertTrue(at.getMinX() >= 0 && at.getMaxX() <= view.getWidth(), at::toString);
        assertTrue(at.getMinY() >= 0 && at.getMaxY() <= view.getHeight(), at::toString);
        RowNode row = rowOf(hit);
        Bounds column = view.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        assertTrue(at.getMaxX() <= column.getMaxX() + 1, () -> at + " in " + column);
    }

    private static RowNode rowOf(Node node) {
        return node instanceof RowNode row ? row : rowOf(node.getParent());
    }
}
