package app.prosa.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The events of a stream (WHATWG HTML, section 9.2.6) as model servers send them: of each only its
 * data counts. Used by one thread.
 */
final class EventLines {
    private static final int BUFFER = 2 << 10;

    /** Nobody's token is longer; who sends such an event sends no answer. */
    private static final int MOST_BYTES = 16 << 20;

    private static final byte[] DATA = ascii("data:");
    private static final byte[] NAME = ascii("event:");
    private static final byte[] ERROR = ascii("error");

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private final Bytes line = new Bytes();
    private final Bytes data = new Bytes();
    private boolean error;

    /** Bytes whose array is looked at instead of copied. */
    static final class Bytes extends ByteArrayOutputStream {
        byte[] array() {
            return buf;
        }

        boolean startsWith(byte[] start) {
            return startsWith(0, start);
        }

        private boolean startsWith(int at, byte[] start) {
            for (int i = 0; i < start.length; i++) {
                if (at + i >= count || buf[at + i] != start[i]) {
                    return false;
                }
            }
            return true;
        }

        private void dropReturn() {
            if (count > 0 && buf[count - 1] == '\r') {
                count--;
            }
        }
    }

    EventLines(InputStream in) {
        this.in = in;
    }

    /** The data of the last event that {@link #next} found; good until the next one. */
    Bytes data() {
        return data;
    }

    /** Whether the last event has the name {@code error}, which a few servers give it. */
    boolean isError() {
        return error;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Waits for the next event that has data. What follows the last whole line is none.
     *
     * @return false at the end of the stream
     */
    boolean next() throws IOException {
        data.reset();
        error = false;
        while (readLine()) {
            if (line.size() > 0) {
                addLine();
            } else if (data.size() > 0) {
                return true;
            }
        }
        return data.size() > 0;
    }

    private void addLine() {
        if (line.startsWith(NAME)) {
            error = line.startsWith(valueFrom(NAME), ERROR);
        }
        if (!line.startsWith(DATA)) {
            return;
        }
        if (data.size() > 0) {
            data.write('\n');
        }
        int start = valueFrom(DATA);
        data.write(line.array(), start, line.size() - start);
    }

    /** After the field's name, colon and the one space that there may be. */
    private int valueFrom(byte[] name) {
        int start = name.length;
        return start < line.size() && line.array()[start] == ' ' ? start + 1 : start;
    }

    private boolean readLine() throws IOException {
        line.reset();
        while (true) {
            if (from == to && !fill()) {
                return false;
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() + data.size() > MOST_BYTES) {
                throw new IOException("An event is too large");
            }
            from = end;
            if (end < to) {
                from++;
                line.dropReturn();
                return true;
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, BUFFER));
        return to > 0;
    }
}
