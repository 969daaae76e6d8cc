package app.prosa.desktop.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/**
 * Writes a picture of the clipboard as PNG (ISO/IEC 15948), 8 bit RGBA without filters. JavaFX only
 * reads PNG, and its bridge to AWT is another 1 MB of modules for these forty lines.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int RGBA = 6;

    private Png() {}

    static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) BITS).put((byte) RGBA);
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", pixels(image.getPixelReader(), width, height));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] pixels(PixelReader reader, int width, int height) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            ByteBuffer row = ByteBuffer.allocate(1 + width * 4);
            for (int y = 0; y < height; y++) {
                row.clear().put((byte) 0);
                for (int x = 0; x < width; x++) {
                    int argb = reader.getArgb(x, y);
                    row.putInt(argb << 8 | argb >>> 24);
                }
                deflated.write(row.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
