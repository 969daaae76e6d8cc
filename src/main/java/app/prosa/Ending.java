package app.prosa;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** How the program is told by the system to end, and tells that it has. */
final class Ending {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final List<Runnable> onAsked = new ArrayList<>();

    /** Waits until somebody asks for the end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Runs when somebody asks for the end; at once if somebody has. */
    void onAsked(Runnable action) {
        synchronized (onAsked) {
            if (asked.getCount() > 0) {
                onAsked.add(action);
                return;
            }
        }
        action.run();
    }

    /**
     * Asks for the end and waits for it.
     *
     * @return the exit code, or nothing if it had ended by itself
     */
    OptionalInt ask() {
        if (code.isDone()) {
            return OptionalInt.empty();
        }
        List<Runnable> actions;
        synchronized (onAsked) {
            asked.countDown();
            actions = List.copyOf(onAsked);
        }
        actions.forEach(Runnable::run);
        return OptionalInt.of(code.join());
    }

    /** It has ended. */
    void done(int exitCode) {
        code.complete(exitCode);
    }
}
