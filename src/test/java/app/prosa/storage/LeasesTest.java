package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.delivery.Leases;
import org.junit.jupiter.api.Test;

class LeasesTest extends StoreContract {
    private Leases leases() {
        return database.channels().leases();
    }

    @Test
    void one_has_it_until_its_time_is_over() {
        assertTrue(leases().take("poll", "one", NOON.plusSeconds(30), NOON));
        assertFalse(leases().take("poll", "two", NOON.plusSeconds(30), NOON));
        assertTrue(leases().take("other", "two", NOON.plusSeconds(30), NOON));
        assertFalse(leases().take("poll", "two", NOON.plusSeconds(99), NOON.plusSeconds(29)));
        assertTrue(leases().take("poll", "two", NOON.plusSeconds(99), NOON.plusSeconds(30)));
        assertFalse(leases().take("poll", "one", NOON.plusSeconds(99), NOON.plusSeconds(31)));
    }

    @Test
    void whoever_has_it_extends_it() {
        assertTrue(leases().take("poll", "one", NOON.plusSeconds(30), NOON));
        assertTrue(leases().take("poll", "one", NOON.plusSeconds(60), NOON.plusSeconds(20)));
        assertFalse(leases().take("poll", "two", NOON.plusSeconds(99), NOON.plusSeconds(40)));
    }

    @Test
    void only_its_owner_gives_it_back() {
        assertTrue(leases().take("poll", "one", NOON.plusSeconds(30), NOON));
        leases().release("poll", "two");
        assertFalse(leases().take("poll", "two", NOON.plusSeconds(30), NOON));
        leases().release("poll", "one");
        assertTrue(leases().take("poll", "two", NOON.plusSeconds(30), NOON));
    }
}
