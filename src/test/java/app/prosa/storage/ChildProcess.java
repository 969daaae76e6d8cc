package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Another process that writes to a database, and says which messages it was told are stored. */
final class ChildProcess implements AutoCloseable {
    private static final int WRITERS = 3;
    private static final String MARK = "stored ";

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildProcess writingTo(Path dataDir, int round) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder =
                new ProcessBuilder(
                        java.toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        dataDir.toString(),
                        Integer.toString(round));
        return new ChildProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The external id of the next message that the child knows to be stored. */
    String nextStored() throws IOException {
        while (true) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the child ended with " + process.onExit().join());
            }
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
        }
    }

    /** As {@code kill -9} does; what it had said until then may still be read. */
    List<String> kill() {
        // By its handle: Process would close the pipe that we still read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
        return output.lines()
                .filter(line -> line.startsWith(MARK) && line.endsWith("."))
                .map(line -> line.substring(MARK.length()))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Writes until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        // Not closed: this process does not end by itself.
        @SuppressWarnings("resource")
        ConversationStore store = Database.open(Path.of(arguments[0])).conversations();
        List<Thread> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(i -> "r" + arguments[1] + "w" + i)
                        .map(name -> Thread.startVirtualThread(() -> write(store, name)))
                        .toList();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void write(ConversationStore store, String writer) {
        for (int i = 0; true; i++) {
            String name = writer + "m" + i + ".";
            InboundMessage inbound =
                    new InboundMessage(ChannelKind.WEB, writer, "hello", name, List.of());
            Received received = store.receive(inbound, true, Instant.now());
            say(name);
            Message reply = Objects.requireNonNull(received.reply());
            store.checkpoint(reply.id(), "half", "");
            store.finish(reply.id(), MessageState.COMPLETE, "whole", "", null, null);
        }
    }

    private static synchronized void say(String name) {
        System.out.println(MARK + name);
        System.out.flush();
    }
}
