package app.prosa.storage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ChangeWriter} wrote, in its order. */
final class ChangeReader {
    private final Map<Integer, String> known = new HashMap<>();

    List<Change> read(DataInputStream in) throws IOException {
        List<Change> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int index = in.readInt();
            if (in.readBoolean()) {
                known.put(index, text(in));
            }
            String sql = known.get(index);
            if (sql == null) {
                throw new IOException("A change of the journal has no statement");
            }
            changes.add(new Change(sql, parameters(in)));
        }
        return changes;
    }

    private static List<@Nullable Object> parameters(DataInputStream in) throws IOException {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parameters.add(parameter(in));
        }
        return parameters;
    }

    private static @Nullable Object parameter(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case ChangeWriter.NULL -> null;
            case ChangeWriter.ID -> new UUID(in.readLong(), in.readLong());
            case ChangeWriter.TEXT -> text(in);
            case ChangeWriter.INT -> in.readInt();
            case ChangeWriter.LONG -> in.readLong();
            case ChangeWriter.DOUBLE -> in.readDouble();
            case ChangeWriter.FLAG -> in.readBoolean();
            case ChangeWriter.BYTES -> bytes(in);
            default -> throw new IOException("The journal has a parameter of type " + type);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] all = in.readNBytes(length);
        if (all.length < length) {
            throw new EOFException();
        }
        return all;
    }
}
