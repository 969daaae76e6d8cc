package app.prosa.settings.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.Environment;
import app.prosa.settings.Language;
import app.prosa.settings.Secrets;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {
    private static final String A = Secrets.ofProvider("a");
    private static final String PASSPHRASE = "correct horse";

    @TempDir Path directory;
    private final FakeKeychain keychain = new FakeKeychain();

    @Test
    void where_there_is_a_keychain_secrets_go_there() {
        SecretVault vault = withKeychain();
        assertEquals(Place.KEYCHAIN, vault.place());
        vault.put(A, "sk-1");
        assertEquals(Map.of("provider/a", "sk-1"), keychain.entries);
        assertEquals(Optional.of("sk-1"), vault.get(A));
        vault.remove(A);
        assertEquals(Optional.empty(), vault.get(A));
        vault.close();
        assertTrue(keychain.closed);
    }

    @Test
    void a_keychain_that_fails_later_is_never_replaced_by_a_lesser_place() {
        SecretVault vault = withKeychain();
        vault.put(A, "sk-1");
        keychain.refuses = true;
        refused(Problem.KEYCHAIN, () -> vault.put(A, "sk-2"));
        refused(Problem.KEYCHAIN, () -> vault.get(A));
        assertEquals(Place.KEYCHAIN, vault.place());
        assertFalse(Files.exists(file()));
    }

    @Test
    void nothing_is_looked_for_before_the_first_call_and_the_keychain_only_once() {
        var looks = new AtomicInteger();
        var vault =
                new SecretVault(
                        directory,
                        Environment.of(Map.of()),
                        () -> {
                            looks.incrementAndGet();
                            return Optional.<SecretStore>of(keychain);
                        });
        assertEquals(0, looks.get());
        vault.place();
        vault.put(A, "sk-1");
        vault.get(A);
        assertEquals(1, looks.get());
    }

    @Test
    void without_keychain_and_file_secrets_are_in_memory_and_that_is_said() {
        SecretVault vault = withoutKeychain();
        vault.put(A, "sk-1");
        assertEquals(Place.MEMORY, vault.place());
        assertEquals(Optional.of("sk-1"), vault.get(A));
        assertFalse(Files.exists(file()));
        assertEquals(Optional.empty(), withoutKeychain().get(A));
    }

    @Test
    void what_was_in_memory_moves_into_a_new_file_and_waits_there_for_the_passphrase() {
        SecretVault first = withoutKeychain();
        first.put(A, "sk-1");
        first.createFile(passphrase());
        assertEquals(Place.FILE, first.place());
        first.put("provider/b", "sk-2");
        assertEquals(Optional.of("sk-1"), first.get(A));

        SecretVault second = withoutKeychain();
        assertEquals(Place.FILE_LOCKED, second.place());
        refused(Problem.LOCKED, () -> second.get(A));
        refused(Problem.LOCKED, () -> second.put(A, "sk-3"));
        refused(Problem.LOCKED, () -> second.remove(A));
        refused(Problem.WRONG_PASSPHRASE, () -> second.unlock("wrong".toCharArray()));
        assertEquals(Place.FILE_LOCKED, second.place());
        second.unlock(passphrase());
        assertEquals(Place.FILE, second.place());
        assertEquals(Optional.of("sk-1"), second.get(A));
        assertEquals(Optional.of("sk-2"), second.get("provider/b"));
    }

    @Test
    void a_file_that_cannot_be_written_leaves_everything_in_memory() throws IOException {
        SecretVault vault = withoutKeychain();
        vault.put(A, "sk-1");
        Path occupied = Files.createDirectories(directory.resolve("secrets.enc.tmp/occupied"));
        refused(Problem.FILE, () -> vault.createFile(passphrase()));
        assertEquals(Place.MEMORY, vault.place());
        assertEquals(Optional.of("sk-1"), vault.get(A));
        Files.delete(occupied);
        vault.createFile(passphrase());
        assertEquals(Place.FILE, vault.place());
    }

    @Test
    void no_file_is_made_over_another_or_beside_a_keychain() {
        withoutKeychain().createFile(passphrase());
        assertThrows(IllegalStateException.class, () -> withoutKeychain().createFile(passphrase()));
        assertThrows(IllegalStateException.class, () -> withKeychain().createFile(passphrase()));
        assertThrows(
                IllegalStateException.class, () -> withoutKeychain().moveToKeychain(passphrase()));
    }

    @Test
    void the_passphrase_is_wiped_whatever_comes_of_it() {
        char[] right = passphrase();
        withoutKeychain().createFile(right);
        char[] wrong = "wrong".toCharArray();
        refused(Problem.WRONG_PASSPHRASE, () -> withoutKeychain().unlock(wrong));
        assertArrayEquals(new char[right.length], right);
        assertArrayEquals(new char[wrong.length], wrong);
    }

    @Test
    void the_master_key_makes_and_opens_the_file_without_asking() {
        var environment = Map.of("PROSA_MASTER_KEY", "from the environment");
        SecretVault first = vault(environment, Optional.<SecretStore>of(keychain));
        assertEquals(Place.FILE, first.place());
        first.put(A, "sk-1");
        assertEquals(Map.of(), keychain.entries);
        SecretVault second = vault(environment, Optional.empty());
        assertEquals(Optional.of("sk-1"), second.get(A));
        second.close();
        assertEquals(Optional.of("sk-1"), second.get(A), "close is no end: it opens again");
    }

    @Test
    void a_wrong_master_key_is_said_and_the_passphrase_can_still_be_given() {
        withoutKeychain().createFile(passphrase());
        SecretVault vault = vault(Map.of("PROSA_MASTER_KEY", "wrong"), Optional.empty());
        assertEquals(Place.FILE_LOCKED, vault.place());
        refused(Problem.WRONG_PASSPHRASE, () -> vault.get(A));
        vault.unlock(passphrase());
        assertEquals(Optional.empty(), vault.get(A));
    }

    @Test
    void the_environments_key_wins_for_its_own_provider_and_is_never_kept() {
        String name = Secrets.ofProvider(Environment.PROVIDER);
        keychain.entries.put(name, "stale");
        SecretVault set =
                vault(Map.of("OPENAI_API_KEY", "sk-env"), Optional.<SecretStore>of(keychain));
        assertEquals(Optional.of("sk-env"), set.get(name));
        assertEquals(Optional.empty(), set.get(A));
        assertThrows(IllegalArgumentException.class, () -> set.put(name, "mine"));
        assertThrows(IllegalArgumentException.class, () -> set.remove(name));
        assertEquals(Optional.empty(), withKeychain().get(name));
    }

    @Test
    void a_channels_secret_of_the_environment_is_neither_kept_nor_changed() {
        String token = ChannelSecrets.token(Platform.TELEGRAM);
        keychain.entries.put(token, "stored");
        SecretVault set =
                vault(
                        Map.of("TELEGRAM_BOT_TOKEN", "1:a", "PROSA_GRAPH_APP_SECRET", "s"),
                        Optional.<SecretStore>of(keychain));
        assertEquals(Optional.of("1:a"), set.get(token));
        assertEquals(Optional.of(Variable.TELEGRAM_BOT_TOKEN), set.variable(token));
        assertThrows(IllegalArgumentException.class, () -> set.put(token, "mine"));
        assertEquals("stored", keychain.entries.get(token));
        for (String name :
                List.of(
                        ChannelSecrets.appSecret(Platform.WHATSAPP),
                        ChannelSecrets.appSecret(Platform.MESSENGER),
                        ChannelSecrets.appSecrets(Platform.INSTAGRAM).getLast())) {
            assertEquals(Optional.of("s"), set.get(name), name);
        }
        assertEquals(Optional.empty(), set.get(ChannelSecrets.appSecret(Platform.INSTAGRAM)));

        SecretVault unset = withKeychain();
        assertEquals(Optional.of("stored"), unset.get(token));
        assertEquals(Optional.empty(), unset.variable(token));
        unset.put(token, "mine");
        assertEquals("mine", keychain.entries.get(token));
    }

    @Test
    void a_file_of_before_there_was_a_keychain_is_told_of_and_moves_into_it() {
        SecretVault before = withoutKeychain();
        before.put(A, "old");
        before.put("provider/b", "only in the file");
        before.createFile(passphrase());
        keychain.entries.put(A, "new");

        SecretVault vault = withKeychain();
        assertTrue(vault.fileLeftBehind());
        refused(Problem.WRONG_PASSPHRASE, () -> vault.moveToKeychain("wrong".toCharArray()));
        keychain.refuses = true;
        refused(Problem.KEYCHAIN, () -> vault.moveToKeychain(passphrase()));
        assertTrue(vault.fileLeftBehind());
        keychain.refuses = false;
        vault.moveToKeychain(passphrase());
        assertFalse(vault.fileLeftBehind());
        assertEquals(Map.of(A, "new", "provider/b", "only in the file"), keychain.entries);
        assertTrue(Files.exists(directory.resolve("secrets.enc.old-1")));
    }

    @Test
    void a_lost_passphrase_ends_in_a_new_beginning_and_the_file_is_still_there() {
        withoutKeychain().createFile(passphrase());
        SecretVault vault = withoutKeychain();
        assertEquals(Place.FILE_LOCKED, vault.place());
        vault.forgetFile();
        assertEquals(Place.MEMORY, vault.place());
        assertTrue(Files.exists(directory.resolve("secrets.enc.old-1")));
        vault.put(A, "sk-1");
        refused(Problem.FILE, vault::forgetFile);
        assertEquals(Optional.of("sk-1"), vault.get(A), "there was no file to forget");
    }

    @Test
    void many_threads_lose_nothing() {
        SecretVault vault =
                vault(Map.of("PROSA_MASTER_KEY", "from the environment"), Optional.empty());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                String id = "provider/" + i;
                threads.execute(() -> vault.put(id, "of " + id));
            }
        }
        for (int i = 0; i < 30; i++) {
            assertEquals(Optional.of("of provider/" + i), vault.get("provider/" + i));
        }
    }

    @Test
    void every_problem_has_its_sentence_in_both_languages() {
        for (Problem problem : Problem.values()) {
            var exception = new SecretsException(problem, "Trying", null);
            String english = exception.sentence(Texts.in(Language.ENGLISH));
            String portuguese = exception.sentence(Texts.in(Language.PORTUGUESE));
            assertFalse(english.equals(portuguese), english);
        }
    }

    private static void refused(Problem problem, Executable attempt) {
        var refusal = assertThrows(SecretsException.class, attempt);
        assertEquals(problem, refusal.problem());
        assertFalse(refusal.toString().contains("sk-"), refusal.toString());
    }

    private SecretVault withKeychain() {
        return vault(Map.of(), Optional.<SecretStore>of(keychain));
    }

    private SecretVault withoutKeychain() {
        return vault(Map.of(), Optional.empty());
    }

    private SecretVault vault(Map<String, String> environment, Optional<SecretStore> keychain) {
        return new SecretVault(directory, Environment.of(environment), () -> keychain);
    }

    private static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    private Path file() {
        return directory.resolve("secrets.enc");
    }
}
