package app.prosa.testing.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection to a platform: reads a request, answers it, reads the next. */
final class AnsweredConnection {
    private final FakePlatform platform;
    private final Socket socket;

    AnsweredConnection(FakePlatform platform, Socket socket) {
        this.platform = platform;
        this.socket = socket;
    }

    void serve() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            while (!socket.isClosed()) {
                HeardRequest request = HeardRequest.read(in);
                Trouble trouble = platform.hear(request);
                if (trouble == null) {
                    write(platform.answer(request).bytes());
                } else {
                    fail(request, trouble, in);
                }
            }
        } catch (IOException e) {
            // The client has what it wanted, or had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HeardRequest request, Trouble trouble, InputStream in)
            throws IOException, InterruptedException {
        switch (trouble) {
            case Trouble.Instead(FixedAnswer answer) -> write(answer.bytes());
            case Trouble.Moment.BREAK_BEFORE -> reset();
            case Trouble.Moment.BREAK_AFTER -> {
                platform.answer(request);
                reset();
            }
            case Trouble.Moment.SILENT_BEFORE -> awaitLeaving(in);
            case Trouble.Moment.SILENT_AFTER -> {
                platform.answer(request);
                awaitLeaving(in);
            }
            case Trouble.Moment.HALF -> {
                byte[] whole = platform.answer(request).bytes();
                socket.getOutputStream().write(whole, 0, whole.length - 3);
                awaitLeaving(in);
            }
        }
    }

    private static void awaitLeaving(InputStream in) throws IOException {
        int more = in.read();
        throw new IOException(more < 0 ? "the client left" : "the client goes on");
    }

    private void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
