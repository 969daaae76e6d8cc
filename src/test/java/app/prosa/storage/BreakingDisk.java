package app.prosa.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system of H2's ({@code jdbc:h2:breaking:…}) over the real one, whose writes fail on demand
 * with the words that the operating system uses.
 */
public final class BreakingDisk extends FilePathWrapper {
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static volatile @Nullable String complaint;
    private static volatile String where = "";
    private static volatile @Nullable Runnable watcher;

    static void register() {
        FilePath.register(new BreakingDisk());
    }

    /** From now on every write fails with this; null ends it. */
    static void failWith(@Nullable String message) {
        failWith(message, "");
    }

    /**
     * @param ending only writes to files whose names end with this fail
     */
    static void failWith(@Nullable String message, String ending) {
        where = ending;
        complaint = message;
    }

    /** Runs before and in the middle of every write, while no other one is under way. */
    static void watch(Runnable each) {
        watcher = each;
    }

    static void watchNoMore() {
        watcher = null;
    }

    /** Does something while nothing is written. */
    static void still(Runnable work) {
        LOCK.lock();
        try {
            work.run();
        } finally {
            LOCK.unlock();
        }
    }

    /** A database of which every file is on this disk. */
    static Database database(Path dir) {
        return database(dir, 64 << 20);
    }

    /**
     * @param most the journal's bytes while the pages cannot be written
     */
    static Database database(Path dir, long most) {
        register();
        JournalFiles files = new JournalFiles(H2File.journal(dir), BreakingDisk::storage);
        Journal journal = new Journal(files, new Refused(H2File.refused(dir)), most);
        return Database.open(Dialect.H2, source(dir), journal);
    }

    static DataSource source(Path dir) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:breaking:" + dir.resolve("prosa") + H2File.SETTINGS);
        source.setUser("sa");
        return source;
    }

    /** What a kill would leave at this moment. */
    static Path copy(Path dir, Path to) {
        try {
            Files.createDirectories(to);
            Path journal = H2File.journal(dir);
            for (Path file : List.of(H2File.in(dir), journal, JournalFiles.second(journal))) {
                if (Files.exists(file)) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file on this disk. */
    static JournalFile.Storage storage(Path path) throws IOException {
        FileChannel file = FilePath.get("breaking:" + path).open("rw");
        return new JournalFile.Storage() {
            @Override
            public void write(long position, byte[] bytes, int length) throws IOException {
                ByteBuffer from = ByteBuffer.wrap(bytes, 0, length);
                for (long at = position; from.hasRemaining(); ) {
                    at += file.write(from, at);
                }
            }

            @Override
            public void truncate(long to) throws IOException {
                file.truncate(to);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private static void look() {
        Runnable looks = watcher;
        if (looks != null) {
            looks.run();
        }
    }

    private static void check(String name) throws IOException {
        look();
        String message = complaint;
        if (message != null && name.endsWith(where)) {
            throw new IOException(message);
        }
    }

    @Override
    public String getScheme() {
        return "breaking";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Breaking(super.open(mode), toString());
    }

    private static final class Breaking extends FileBaseDefault {
        private final FileChannel file;
        private final String name;

        Breaking(FileChannel file, String name) {
            this.file = file;
            this.name = name;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            LOCK.lock();
            try {
                check(name);
                return watcher == null || source.remaining() < 2
                        ? file.write(source, position)
                        : inHalves(source, position);
            } finally {
                LOCK.unlock();
            }
        }

        private int inHalves(ByteBuffer source, long position) throws IOException {
            int end = source.limit();
            source.limit(source.position() + source.remaining() / 2);
            int written = file.write(source, position);
            source.limit(end);
            look();
            return written + file.write(source, position + written);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            LOCK.lock();
            try {
                check(name);
                file.truncate(size);
            } finally {
                LOCK.unlock();
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
