package app.prosa.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    private final Path path;
    private final Disk disk;
    private final ChangeWriter writer = new ChangeWriter();
    private @Nullable FileChannel channel;
    private boolean begun;
    private long size;

    /** Opens a file for writing, and makes it if it is not there. */
    interface Disk {
        FileChannel open(Path path) throws IOException;
    }

    record Transaction(long number, List<Change> changes) {}

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

    /**
     * What follows a position without a gap. Another database's journal has nothing to say here,
     * and neither has one whose beginning is missing.
     */
    List<Transaction> after(UUID id, long position) throws IOException {
        List<Transaction> found = new ArrayList<>();
        if (!Files.exists(path)) {
            return found;
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
        if (in.remaining() < HEAD
                || in.getInt() != VERSION
                || !new UUID(in.getLong(), in.getLong()).equals(id)) {
            return found;
        }
        ChangeReader reader = new ChangeReader();
        for (byte[] body = next(in); body != null; body = next(in)) {
            Transaction one = transaction(reader, body);
            if (one.number > position + found.size() + 1) {
                return found;
            }
            if (one.number > position + found.size()) {
                found.add(one);
            }
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
        FileChannel to = channel;
        if (to == null) {
            to = disk.open(path);
            channel = to;
        }
        to.truncate(0);
        size = 0;
        writer.forget();
        ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(VERSION);
        head.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        write(to, head.flip());
        begun = true;
    }

    void append(UUID id, long number, List<Change> changes) throws IOException {
        if (!begun) {
            begin(id);
        }
        FileChannel to = channel;
        if (to == null) {
            throw new IOException("The journal is closed");
        }
        // A new one each time: it is as large as the largest file that was ever attached.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes), number, changes);
        byte[] body = bytes.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(FRAME + body.length).putInt(body.length);
        write(to, whole.putInt(sum(body, 0, body.length)).put(body).flip());
    }

    private void write(FileChannel to, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            size += to.write(from, size);
        }
    }

    /** Takes back what was written after it had this size. */
    void cut(long end) {
        writer.forget();
        size = end;
        try {
            if (channel != null) {
                channel.truncate(end);
            }
        } catch (IOException e) {
            // The next transaction is written over it.
        }
    }

    /** Without changes in it, it is not needed. */
    void close() {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
                if (!hasChanges()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            // What is left is read at the next start and passed over.
        }
    }
}
