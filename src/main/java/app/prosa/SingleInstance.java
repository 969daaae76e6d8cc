package app.prosa;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program per data directory. The first holds a lock and listens on a socket in the directory;
 * a later one asks it to come to the front. The lock is the operating system's: it ends with the
 * process, however that ends.
 */
final class SingleInstance implements AutoCloseable {
    private static final ByteBuffer RAISE =
            ByteBuffer.wrap("raise\n".getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();

    /** The longest path a socket may have on every system. */
    private static final int LONGEST_SOCKET_PATH = 100;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Path socketPath;
    private @Nullable ServerSocketChannel socket;

    private SingleInstance(FileChannel lockFile, FileLock lock, Path socketPath) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.socketPath = socketPath;
    }

    /**
     * @return null when another program has the directory
     * @throws IOException when the directory cannot be written
     */
    static @Nullable SingleInstance claim(Path dataDirectory) throws IOException {
        FileChannel file =
                FileChannel.open(
                        dataDirectory.resolve("prosa.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            return null;
        }
        return new SingleInstance(file, lock, socketPath(dataDirectory));
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Asks the program that has the directory to come to the front.
     *
     * @return whether there was one that listened
     */
    static boolean raiseOther(Path dataDirectory) {
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(socketPath(dataDirectory)))) {
            channel.write(RAISE.duplicate());
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Calls back each time a later program asks for the front. */
    void onRaise(Runnable raise) throws IOException {
        Files.deleteIfExists(socketPath);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socketPath));
        socket = server;
        Thread.ofPlatform().daemon().name("single-instance").start(() -> listen(server, raise));
    }

    private static void listen(ServerSocketChannel server, Runnable raise) {
        Logger log = LoggerFactory.getLogger(SingleInstance.class);
        while (server.isOpen()) {
            try (SocketChannel caller = server.accept()) {
                ByteBuffer asked = ByteBuffer.allocate(RAISE.capacity());
                caller.read(asked);
                if (asked.flip().equals(RAISE.duplicate())) {
                    raise.run();
                    caller.write(ByteBuffer.wrap(new byte[] {'k'}));
                }
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                log.warn("A second start could not be heard: {}", e.getMessage());
            }
        }
    }

    private static Path socketPath(Path dataDirectory) {
        Path inside = dataDirectory.toAbsolutePath().normalize().resolve("prosa.sock");
        if (inside.toString().length() <= LONGEST_SOCKET_PATH) {
            return inside;
        }
        String name = "prosa-" + Integer.toHexString(inside.toString().hashCode()) + ".sock";
        return Path.of(System.getProperty("java.io.tmpdir"), name);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            Files.deleteIfExists(socketPath);
        }
        lock.release();
        lockFile.close();
    }
}
