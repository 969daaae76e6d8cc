package app.prosa;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installed program's classes, as the JVM takes them from a file (JEP 483). It looks at every
 * one of them at the start, and at few later; from now and then gives the others back.
 */
final class ClassCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClassCache.class);
    private static final CleanPages PAGES = new CleanPages("/prosa.aot");
    private static final Duration AFTER_START = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Thread thread =
            Thread.ofVirtual().name("class-cache").unstarted(this::giveBackNowAndThen);

    /** Returns at once. */
    void begin() {
        thread.start();
    }

    private void giveBackNowAndThen() {
        try {
            Thread.sleep(AFTER_START);
            while (true) {
                PAGES.giveBack();
                Thread.sleep(AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } catch (IOException e) {
            LOG.info("The class cache stays in memory: {}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
