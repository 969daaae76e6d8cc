package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {
    /** Over four filters. */
    private static final int MANY = 200_000;

    @Test
    void what_was_added_is_always_known_and_little_else_is() {
        Random random = new Random(1);
        Seen seen = new Seen();
        Set<Long> added = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            long hash = i % 100 == 0 ? i - MANY / 2 : random.nextLong();
            seen.add(hash);
            added.add(hash);
        }
        assertTrue(added.stream().allMatch(seen::maybe));
        long mistaken = random.longs(MANY).filter(seen::maybe).count();
        assertTrue(mistaken < MANY / 100, mistaken + " of " + MANY + " were never added");
    }

    @Test
    void users_with_names_alike_are_told_apart() {
        Seen seen = new Seen();
        for (int i = 0; i < MANY; i++) {
            seen.add(Seen.user(ChannelKind.WEB, "user " + i));
        }
        int mistaken = 0;
        for (int i = 0; i < MANY; i++) {
            assertTrue(seen.maybe(Seen.user(ChannelKind.WEB, "user " + i)));
            mistaken += seen.maybe(Seen.user(ChannelKind.WEB, "User " + i)) ? 1 : 0;
            mistaken += seen.maybe(Seen.user(ChannelKind.TELEGRAM, "user " + i)) ? 1 : 0;
        }
        assertTrue(mistaken < 2 * MANY / 100, mistaken + " of " + 2 * MANY);
    }

    /** With small numbers as hashes too: at both ends of a filter. */
    @Test
    void every_kind_of_hash_has_its_place() {
        Seen seen = new Seen();
        for (long hash : new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            seen.add(hash);
            assertTrue(seen.maybe(hash));
        }
    }
}
