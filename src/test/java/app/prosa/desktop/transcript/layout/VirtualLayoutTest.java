package app.prosa.desktop.transcript.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VirtualLayoutTest {
    private static final double VIEWPORT = 100;

    /** Slots of rows of known heights, which counts what is asked. */
    private static final class Rows implements RowHeights {
        private final List<List<Double>> slots = new ArrayList<>();
        private int asked;

        Rows slot(double... heights) {
            List<Double> rows = new ArrayList<>();
            for (double height : heights) {
                rows.add(height);
            }
            slots.add(rows);
            return this;
        }

        @Override
        public int slots() {
            return slots.size();
        }

        @Override
        public int rows(int slot) {
            return slots.get(slot).size();
        }

        @Override
        public double height(int slot, int row) {
            asked++;
            return slots.get(slot).get(row);
        }
    }

    private static VirtualLayout layout(Rows rows) {
        VirtualLayout layout = new VirtualLayout(rows);
        layout.setViewport(VIEWPORT, 0, 0);
        return layout;
    }

    @Test
    void short_content_stands_at_the_top() {
        VirtualLayout layout = layout(new Rows().slot(10, 20).slot(30));
        layout.toEnd();
        assertEquals(
                List.of(
                        new Placed(0, 0, 0, 10),
                        new Placed(0, 1, 10, 20),
                        new Placed(1, 0, 30, 30)),
                layout.place());
        assertEquals(-40, layout.toBottom());
    }

    @Test
    void the_end_is_shown_at_the_lower_edge() {
        VirtualLayout layout = layout(new Rows().slot(80).slot(50, 40));
        layout.toEnd();
        List<Placed> placed = layout.place();
        assertEquals(new Placed(0, 0, -70, 80), placed.getFirst());
        assertEquals(100, placed.getLast().bottom());
        assertEquals(0, layout.toBottom());
    }

    @Test
    void scrolling_stops_at_both_ends() {
        VirtualLayout layout = layout(new Rows().slot(80).slot(90));
        layout.scroll(-500);
        assertEquals(0, layout.place().getFirst().y());
        layout.scroll(5_000);
        assertEquals(100, layout.place().getLast().bottom());
    }

    @Test
    void what_is_above_the_anchor_may_change_without_a_move() {
        Rows rows = new Rows().slot(50).slot(200).slot(90);
        VirtualLayout layout = layout(rows);
        layout.setAnchor(new Anchor(1, 0, 30));
        layout.place();
        rows.slots.set(0, List.of(500.0, 10.0));
        assertEquals(new Placed(1, 0, -30, 200), layout.place().getFirst());
        layout.scroll(-40);
        assertEquals(new Placed(0, 1, 0, 10), layout.place().getFirst());
    }

    @Test
    void slots_without_rows_and_rows_without_height_are_passed_over() {
        Rows rows = new Rows().slot(60).slot().slot(0, 0).slot().slot(70);
        VirtualLayout layout = layout(rows);
        assertEquals(List.of(0, 4), layout.place().stream().map(Placed::slot).toList());
        layout.toEnd();
        assertEquals(List.of(0, 4), layout.place().stream().map(Placed::slot).toList());
        layout.setAnchor(new Anchor(1, 0, 5));
        assertEquals(100, layout.place().getLast().bottom());
    }

    @Test
    void nothing_at_all_places_nothing() {
        assertEquals(List.of(), layout(new Rows()).place());
        assertEquals(List.of(), layout(new Rows().slot().slot()).place());
    }

    @Test
    void an_anchor_that_is_gone_becomes_the_end() {
        VirtualLayout layout = layout(new Rows().slot(80).slot(90));
        layout.setAnchor(new Anchor(7, 3, 12));
        assertEquals(100, layout.place().getLast().bottom());
    }

    @Test
    void the_cost_is_that_of_the_viewport() {
        Rows rows = new Rows();
        for (int i = 0; i < 100_000; i++) {
            rows.slot(20, 20);
        }
        VirtualLayout layout = layout(rows);
        layout.setAnchor(new Anchor(50_000, 0, 0));
        layout.place();
        layout.toEnd();
        layout.place();
        assertTrue(rows.asked < 200, () -> rows.asked + " heights were asked for");
    }

    @RepeatedTest(100)
    void rows_always_touch_and_fill_the_viewport(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Rows rows = new Rows();
        double total = 0;
        for (int i = 0; i < 30; i++) {
            double[] heights = random.doubles(random.nextInt(4), 0, 80).toArray();
            rows.slot(heights);
            total += java.util.Arrays.stream(heights).sum();
        }
        VirtualLayout layout = layout(rows);
        for (int step = 0; step < 50; step++) {
            layout.scroll(random.nextDouble(-300, 300));
            List<Placed> placed = layout.place();
            double y = placed.getFirst().y();
            assertTrue(y <= 0.001, "no gap at the top");
            for (Placed place : placed) {
                assertEquals(y, place.y(), 0.001);
                y = place.bottom();
            }
            assertTrue(y >= Math.min(total, VIEWPORT) - 0.001, "no gap at the bottom");
        }
    }
}
