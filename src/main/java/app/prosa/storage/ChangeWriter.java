package app.prosa.storage;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes changes as {@link ChangeReader} reads them; each statement's text is written once. */
final class ChangeWriter {
    static final int NULL = 0;
    static final int ID = 1;
    static final int TEXT = 2;
    static final int INT = 3;
    static final int LONG = 4;
    static final int DOUBLE = 5;
    static final int FLAG = 6;
    static final int BYTES = 7;

    private final Map<String, Integer> known = new HashMap<>();

    /** From here on every statement is new again. */
    void forget() {
        known.clear();
    }

    void write(DataOutputStream out, long number, List<Change> changes) throws IOException {
        out.writeLong(number);
        out.writeInt(changes.size());
        for (Change change : changes) {
            Integer index = known.get(change.sql());
            out.writeInt(index == null ? known.size() : index);
            out.writeBoolean(index == null);
            if (index == null) {
                text(out, change.sql());
                known.put(change.sql(), known.size());
            }
            out.writeInt(change.parameters().size());
            for (Object parameter : change.parameters()) {
                parameter(out, parameter);
            }
        }
    }

    private static void parameter(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case UUID id -> {
                out.writeByte(ID);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case String text -> {
                out.writeByte(TEXT);
                text(out, text);
            }
            case Integer number -> {
                out.writeByte(INT);
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte(LONG);
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte(DOUBLE);
                out.writeDouble(number);
            }
            case Boolean flag -> {
                out.writeByte(FLAG);
                out.writeBoolean(flag);
            }
            case byte[] all -> {
                out.writeByte(BYTES);
                bytes(out, all);
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] all) throws IOException {
        out.writeInt(all.length);
        out.write(all);
    }
}
