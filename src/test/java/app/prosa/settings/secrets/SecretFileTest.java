package app.prosa.settings.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final String PASSPHRASE = "correto cavalo ção 😀";
    private static final Map<String, String> SECRETS =
            Map.of("provider/a", "sk-secret-of-a", "provider/b", "ação 😀\n", "empty", "");

    @TempDir Path directory;
    private Path path;
    private SecretFile file;

    @BeforeEach
    void create() {
        path = directory.resolve(SecretFile.NAME);
        file = SecretFile.create(path, PASSPHRASE.toCharArray(), SECRETS);
    }

    @Test
    void the_passphrase_opens_it() {
        try (SecretFile opened = open(PASSPHRASE)) {
            assertEquals(SECRETS, opened.all());
        }
    }

    @Test
    void another_passphrase_is_told_from_damage() {
        refused(Problem.WRONG_PASSPHRASE, () -> open("correto cavalo cao"));
        refused(Problem.WRONG_PASSPHRASE, () -> open(PASSPHRASE + " "));
    }

    @Test
    void what_is_put_and_removed_is_so_for_everybody_who_opens_it() {
        file.put("provider/c", "three");
        file.put("provider/a", "changed");
        file.remove("provider/b");
        file.remove("never there");
        Map<String, String> expected =
                Map.of("provider/a", "changed", "provider/c", "three", "empty", "");
        assertEquals(expected, open(PASSPHRASE).all());
        assertEquals(Optional.empty(), file.get("provider/b"));
        assertEquals(Optional.of("three"), file.get("provider/c"));
    }

    @Test
    void nothing_of_it_can_be_read_without_the_passphrase() throws IOException {
        String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
        for (String word : new String[] {"sk-secret", "provider", "correto"}) {
            assertFalse(bytes.contains(word), word);
        }
    }

    @Test
    void the_same_content_never_looks_the_same_twice() throws IOException {
        byte[] first = Files.readAllBytes(path);
        file.put("provider/a", "sk-secret-of-a");
        byte[] second = Files.readAllBytes(path);
        assertEquals(first.length, second.length);
        assertFalse(Arrays.equals(nonce(first), nonce(second)), "a nonce serves once");
        assertNotEquals(ByteBuffer.wrap(first), ByteBuffer.wrap(second));
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void only_its_owner_can_read_it() throws IOException {
        file.put("provider/d", "four");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    /** Every byte matters: those before the content are authenticated with it. */
    @Test
    void one_changed_bit_anywhere_is_noticed_and_nothing_is_written_over_it() throws IOException {
        byte[] good = Files.readAllBytes(path);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(path, bad);
            assertThrows(SecretsException.class, file::all, "byte " + i);
            assertThrows(SecretsException.class, () -> file.put("provider/a", "new"));
            assertEquals(ByteBuffer.wrap(bad), ByteBuffer.wrap(Files.readAllBytes(path)));
        }
    }

    @Test
    void a_file_cut_short_anywhere_is_damaged() throws IOException {
        byte[] good = Files.readAllBytes(path);
        for (int length = 0; length < good.length; length++) {
            Files.write(path, Arrays.copyOf(good, length));
            refused(Problem.DAMAGED, file::all);
        }
    }

    @Test
    void a_newer_file_and_a_missing_one_are_told_apart() throws IOException {
        byte[] newer = Files.readAllBytes(path);
        newer[8] = 2;
        Files.write(path, newer);
        refused(Problem.NEWER, () -> open(PASSPHRASE));
        Files.delete(path);
        refused(Problem.FILE, () -> open(PASSPHRASE));
        Files.write(
                path,
                "{\"not\": \"ours\", \"and\": \"longer than a header of ours is\"}"
                        .getBytes(UTF_8));
        refused(Problem.DAMAGED, () -> open(PASSPHRASE));
    }

    @Test
    void fewer_rounds_than_we_write_and_endless_ones_are_refused() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        assertEquals(600_000, ByteBuffer.wrap(bytes).getInt(9));
        for (int rounds : new int[] {0, -1, 1_000, 599_999, Integer.MAX_VALUE}) {
            ByteBuffer.wrap(bytes).putInt(9, rounds);
            Files.write(path, bytes);
            refused(Problem.DAMAGED, () -> open(PASSPHRASE));
        }
    }

    @Test
    void a_closed_file_opens_nothing_any_more() {
        file.close();
        refused(Problem.DAMAGED, file::all);
    }

    private SecretFile open(String passphrase) {
        return SecretFile.open(path, passphrase.toCharArray());
    }

    private static byte[] nonce(byte[] file) {
        return Arrays.copyOfRange(
                file, SecretFileHeader.BYTES - PassphraseKey.NONCE_BYTES, SecretFileHeader.BYTES);
    }

    private static void refused(Problem problem, Executable attempt) {
        assertEquals(problem, assertThrows(SecretsException.class, attempt).problem());
    }
}
