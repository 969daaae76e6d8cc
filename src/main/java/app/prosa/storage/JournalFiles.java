package app.prosa.storage;

import app.prosa.storage.JournalFile.Disk;
import app.prosa.storage.JournalFile.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The journal's two files: one is written to, and the other one has what was written before it,
 * until the pages have that too. So nobody waits for the pages.
 */
final class JournalFiles {
    private JournalFile current;
    private JournalFile older;

    JournalFiles(Path file) {
        this(new JournalFile(file), new JournalFile(second(file)));
    }

    JournalFiles(Path file, Disk disk) {
        this(new JournalFile(file, disk), new JournalFile(second(file), disk));
    }

    private JournalFiles(JournalFile current, JournalFile older) {
        this.current = current;
        this.older = older;
    }

    static Path second(Path file) {
        return file.resolveSibling(file.getFileName() + "2");
    }

    long size() {
        return current.size();
    }

    /** Of both, in bytes. */
    long total() {
        return current.size() + older.size();
    }

    boolean hasChanges() {
        return current.hasChanges() || older.hasChanges();
    }

    /** What follows a position without a gap, from whichever of the files. */
    List<Transaction> after(UUID id, long position) throws IOException {
        List<Transaction> all = new ArrayList<>(current.read(id));
        all.addAll(older.read(id));
        all.sort(Comparator.comparingLong(Transaction::number));
        List<Transaction> missing = new ArrayList<>();
        for (Transaction one : all) {
            if (one.number() == position + missing.size() + 1) {
                missing.add(one);
            }
        }
        return missing;
    }

    /** Empties both. */
    void begin(UUID id) throws IOException {
        older.begin(id);
        current.begin(id);
    }

    void append(UUID id, long number, List<Change> changes) throws IOException {
        current.append(id, number, changes);
    }

    void cut(long end) {
        current.cut(end);
    }

    /** From now on the other file is written to, if nothing in it is needed any more. */
    void rotate() {
        if (!older.hasChanges() && !current.isUncut()) {
            JournalFile before = current;
            current = older;
            older = before;
        }
    }

    /** What was written before the last {@link #rotate} is in the pages. */
    void forgetOlder(UUID id) throws IOException {
        if (older.hasChanges()) {
            older.begin(id);
        }
    }

    void close() {
        current.close();
        older.close();
    }
}
