package app.prosa.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The icon as Windows and macOS want it: both formats are a list of PNGs with a header. Sources:
 * learn.microsoft.com, "Icons" (ICONDIR, with PNGs since Vista); Apple's IconStorage.h.
 *
 * @param folder with icon-16.png and the like
 */
record Icons(Path folder) {
    private static final int[] ICO = {16, 24, 32, 48, 64, 128, 256};
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final short TRUE_COLOUR = 32;
    private static final int ICNS_HEADER = 8;

    /** Apple's name for each size. */
    private static final Map<Integer, String> ICNS =
            new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08"));

    Path png(int size) {
        return folder.resolve("icon-%d.png".formatted(size));
    }

    void writeIco(Path target) throws IOException {
        byte[] bytes = new byte[ICO_HEADER + ICO_ENTRY * ICO.length];
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int size : ICO) {
            byte[] picture = Files.readAllBytes(png(size));
            // 256 does not fit into the byte, and is written as 0.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort(TRUE_COLOUR);
            head.putInt(picture.length).putInt(bytes.length + pictures.size());
            pictures.write(picture);
        }
        write(target, bytes, pictures);
    }

    void writeIcns(Path target) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (Map.Entry<Integer, String> each : ICNS.entrySet()) {
            byte[] picture = Files.readAllBytes(png(each.getKey()));
            pictures.write(icnsHead(each.getValue(), picture.length));
            pictures.write(picture);
        }
        write(target, icnsHead("icns", pictures.size()), pictures);
    }

    private static byte[] icnsHead(String name, int length) {
        byte[] head = new byte[ICNS_HEADER];
        ByteBuffer.wrap(head)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + length);
        return head;
    }

    private static void write(Path target, byte[] head, ByteArrayOutputStream rest)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head);
        rest.writeTo(all);
        Files.write(target, all.toByteArray());
    }
}
