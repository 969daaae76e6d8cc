package app.prosa.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system of H2's ({@code jdbc:h2:breaking:…}) over the real one, whose writes fail on demand
 * with the words that the operating system uses.
 */
public final class BreakingDisk extends FilePathWrapper {
    private static volatile @Nullable String complaint;

    static void register() {
        FilePath.register(new BreakingDisk());
    }

    /** From now on every write fails with this; null ends it. */
    static void failWith(@Nullable String message) {
        complaint = message;
    }

    /** A file on this disk. */
    static FileChannel channel(Path file) throws IOException {
        return FilePath.get("breaking:" + file).open("rw");
    }

    private static void check() throws IOException {
        String message = complaint;
        if (message != null) {
            throw new IOException(message);
        }
    }

    @Override
    public String getScheme() {
        return "breaking";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Breaking(super.open(mode));
    }

    private static final class Breaking extends FileBaseDefault {
        private final FileChannel file;

        Breaking(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            check();
            return file.write(source, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            check();
            file.truncate(size);
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
