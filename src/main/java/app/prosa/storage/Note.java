package app.prosa.storage;

import app.prosa.storage.Backlog.Of;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A transaction in the making: what the journal is told, and what the tables are told later. */
final class Note {
    private final Backlog backlog;
    private final List<Change> changes = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Note(Backlog backlog) {
        this.backlog = backlog;
    }

    void insert(Of row, Change change) {
        changes.add(change);
        afterwards.add(() -> backlog.insert(row, change));
    }

    /**
     * @param whole inserts the row as it is after the change, for where it has yet to be inserted
     */
    void update(Of row, Change change, Supplier<Change> whole) {
        changes.add(change);
        boolean waits = backlog.inserts(row);
        afterwards.add(
                waits ? () -> backlog.insert(row, whole.get()) : () -> backlog.update(row, change));
    }

    /** A row that may have been there before. */
    void put(Of row, boolean isNew, Supplier<Change> saving, Supplier<Change> inserting) {
        if (isNew) {
            insert(row, inserting.get());
        } else {
            update(row, saving.get(), inserting);
        }
    }

    void add(Change change) {
        changes.add(change);
        afterwards.add(() -> backlog.add(change));
    }

    void afterwards(Runnable action) {
        afterwards.add(action);
    }

    List<Change> changes() {
        return changes;
    }

    /** It is in the journal. */
    void done() {
        afterwards.forEach(Runnable::run);
    }
}
