package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.storage.Backlog.Of;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Of ROW = new Of("conversation", 1);

    private static Backlog inserting(String what) {
        Backlog backlog = new Backlog();
        backlog.insert(ROW, Change.of(what));
        backlog.reaches(1);
        return backlog;
    }

    private static Backlog updating(String what) {
        Backlog backlog = new Backlog();
        backlog.update(ROW, Change.of(what));
        backlog.reaches(2);
        return backlog;
    }

    private static List<String> of(Backlog backlog) {
        return backlog.changes().stream().map(Change::sql).toList();
    }

    @Test
    void only_the_last_of_those_that_set_a_row_is_done_in_the_place_of_the_first() {
        Backlog backlog = updating("first");
        backlog.add(Change.of("between"));
        backlog.update(ROW, Change.of("last"));
        assertEquals(List.of("last", "between"), of(backlog));
    }

    @Test
    void what_came_while_an_insert_could_not_be_done_is_done_after_it() {
        Backlog undone = inserting("insert");
        undone.followedBy(updating("update"));
        assertEquals(List.of("insert", "update"), of(undone));
        assertEquals(2, undone.last());
    }

    /** Or the row would be what it was before the last message. */
    @Test
    void what_comes_after_an_insert_could_not_be_done_is_not_undone_by_what_came_before_it() {
        Backlog undone = inserting("insert");
        undone.followedBy(updating("older"));
        assertFalse(undone.inserts(ROW), "the row is set by an update now");
        undone.update(ROW, Change.of("newer"));
        assertEquals(List.of("insert", "newer"), of(undone));
        undone.followedBy(updating("newest"));
        assertEquals(List.of("insert", "newest"), of(undone));
    }

    @Test
    void an_insert_that_came_later_stays_one() {
        Backlog undone = new Backlog();
        undone.add(Change.of("before"));
        undone.followedBy(inserting("insert"));
        assertTrue(undone.inserts(ROW));
        assertEquals(List.of("before", "insert"), of(undone));
    }
}
