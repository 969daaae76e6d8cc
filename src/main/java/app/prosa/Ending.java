package app.prosa;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** How a program without a window is told to end, and tells that it has. */
final class Ending {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    /** Waits until somebody asks for the end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /**
     * Asks for the end and waits for it.
     *
     * @return the exit code
     */
    int ask() {
        asked.countDown();
        return code.join();
    }

    /** It has ended. */
    void done(int exitCode) {
        code.complete(exitCode);
    }
}
