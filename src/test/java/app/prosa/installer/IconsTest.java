package app.prosa.installer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconsTest {
    private static final Icons ICONS =
            new Icons(Path.of("src/main/resources/app/prosa/desktop/shell"));

    @TempDir Path temp;

    @Test
    void each_picture_of_an_ico_lies_where_its_entry_says() throws IOException {
        Path file = temp.resolve("Prosa.ico");
        ICONS.writeIco(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(7, ico.getShort(4));
        int last = 6 + 6 * 16;
        assertEquals(0, ico.get(last), "256 is written as 0");
        int length = ico.getInt(last + 8);
        int offset = ico.getInt(last + 12);
        assertArrayEquals(
                Files.readAllBytes(ICONS.png(256)),
                Arrays.copyOfRange(bytes, offset, offset + length));
        assertEquals(bytes.length, offset + length);
    }

    @Test
    void an_icns_says_how_long_it_and_each_picture_are() throws IOException {
        Path file = temp.resolve("Prosa.icns");
        ICONS.writeIcns(file);
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(file));
        assertEquals("icns", name(icns));
        assertEquals(icns.capacity(), icns.getInt());
        int pictures = 0;
        for (; icns.hasRemaining(); pictures++) {
            name(icns);
            int length = icns.getInt() - 8;
            assertEquals(0x89504e47, icns.getInt(icns.position()), "a PNG");
            icns.position(icns.position() + length);
        }
        assertEquals(5, pictures);
    }

    private static String name(ByteBuffer file) {
        byte[] name = new byte[4];
        file.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
