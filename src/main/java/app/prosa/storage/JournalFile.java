package app.prosa.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The journal's bytes: a head with the version of the format and the database's id, then
 * transactions, each with its length, its checksum (CRC-32C), its number and its changes. The last
 * one may have been cut by a kill; then it was not acknowledged.
 */
final class JournalFile {
    private static final int VERSION = 0x50524A31; // "PRJ1"
    private static final int HEAD = 4 + 16;
    private static final int FRAME = 4 + 4;

    /** Of what was appended last, room for this much is kept. */
    private static final int KEPT = 64 << 10;

    private final Path path;
    private final Disk disk;
    private final ChangeWriter writer = new ChangeWriter();
    private Frame frame = new Frame();
    private @Nullable Storage storage;
    private boolean begun;
    private boolean uncut;
    private long size;

    /** Opens a file for writing, and makes it if it is not there. */
    interface Disk {
        Storage open(Path path) throws IOException;
    }

    /** An open file. An interrupt of the thread that writes does not close it. */
    interface Storage extends Closeable {
        void write(long position, byte[] bytes, int length) throws IOException;

        void truncate(long to) throws IOException;
    }

    /** A file of this computer. */
    private record OnDisk(RandomAccessFile file) implements Storage {
        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            if (file.getFilePointer() != position) {
                file.seek(position);
            }
            file.write(bytes, 0, length);
        }

        @Override
        public void truncate(long to) throws IOException {
            file.setLength(to);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** A transaction's bytes, whose array is looked at instead of copied. */
    private static final class Frame extends ByteArrayOutputStream {
        Frame() {
            super(4096);
        }

        byte[] array() {
            return buf;
        }
    }

    record Transaction(long number, List<Change> changes) {}

    JournalFile(Path path) {
        this(path, at -> new OnDisk(new RandomAccessFile(at.toFile(), "rw")));
    }

    /**
     * @param disk how files are opened
     */
    JournalFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    long size() {
        return size;
    }

    boolean hasChanges() {
        return size > HEAD;
    }

    /** What is in it, oldest first. Another database's journal has nothing to say here. */
    List<Transaction> read(UUID id) throws IOException {
        List<Transaction> found = new ArrayList<>();
        if (!Files.exists(path)) {
            return found;
        }
        byte[] all = Files.readAllBytes(path);
        // What was taken back may be there still.
        ByteBuffer in =
                ByteBuffer.wrap(all, 0, (int) (begun ? Math.min(size, all.length) : all.length));
        if (in.remaining() < HEAD
                || in.getInt() != VERSION
                || !new UUID(in.getLong(), in.getLong()).equals(id)) {
            return found;
        }
        ChangeReader reader = new ChangeReader();
        for (byte[] body = next(in); body != null; body = next(in)) {
            found.add(transaction(reader, body));
        }
        return found;
    }

    private static byte @Nullable [] next(ByteBuffer in) {
        if (in.remaining() < FRAME) {
            return null;
        }
        int length = in.getInt();
        int sum = in.getInt();
        if (length < 0 || length > in.remaining()) {
            return null;
        }
        byte[] body = new byte[length];
        in.get(body);
        return sum(body, 0, length) == sum ? body : null;
    }

    private static Transaction transaction(ChangeReader reader, byte[] body) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return new Transaction(in.readLong(), reader.read(in));
        } catch (EOFException e) {
            throw new IOException("A transaction of the journal ends too early", e);
        }
    }

    private static int sum(byte[] body, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(body, from, length);
        return (int) sum.getValue();
    }

    /** Empties it. When that fails, nothing is appended before it does not. */
    void begin(UUID id) throws IOException {
        begun = false;
        Storage to = storage;
        if (to == null) {
            to = disk.open(path);
            storage = to;
        }
        to.truncate(0);
        size = 0;
        writer.forget();
        ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(VERSION);
        head.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        to.write(0, head.array(), HEAD);
        size = HEAD;
        begun = true;
    }

    void append(UUID id, long number, List<Change> changes) throws IOException {
        if (!begun) {
            begin(id);
        }
        Storage to = storage;
        if (to == null) {
            throw new IOException("The journal is closed");
        }
        frame.reset();
        DataOutputStream out = new DataOutputStream(frame);
        out.writeLong(0); // room for length and checksum
        writer.write(out, number, changes);
        int length = frame.size() - FRAME;
        ByteBuffer.wrap(frame.array()).putInt(length).putInt(sum(frame.array(), FRAME, length));
        to.write(size, frame.array(), frame.size());
        size += frame.size();
        uncut = false;
        if (frame.array().length > KEPT) {
            frame = new Frame();
        }
    }

    /** Takes back what was written after it had this size. */
    void cut(long end) {
        writer.forget();
        size = end;
        begun = begun && end >= HEAD; // or the head is taken back, too
        try {
            if (storage != null) {
                storage.truncate(end);
            }
            uncut = false;
        } catch (IOException e) {
            uncut = true; // the next transaction is written over it
        }
    }

    /** What was taken back may still be there, until something is written over it. */
    boolean isUncut() {
        return uncut;
    }

    /** Without changes in it, it is not needed. */
    void close() {
        try {
            if (storage != null) {
                storage.close();
                storage = null;
                if (!hasChanges()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            // What is left is read at the next start and passed over.
        }
    }
}
