package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";

    private @Nullable String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(PROPERTY);
    }

    @AfterEach
    void restore() {
        set(before);
    }

    private static void set(@Nullable String carriers) {
        if (carriers == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, carriers);
        }
    }

    /** And with many, one for each, as the JDK does by itself. */
    @Test
    void with_few_processors_there_are_more_carriers_than_those() {
        set(null);
        Carriers.provide();
        boolean few = Runtime.getRuntime().availableProcessors() < 16;
        assertEquals(few ? "16" : null, System.getProperty(PROPERTY));
    }

    @Test
    void what_somebody_chose_stays() {
        set("3");
        Carriers.provide();
        assertEquals("3", System.getProperty(PROPERTY));
    }
}
