package app.prosa.desktop;

import app.prosa.conversation.ChatModelException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One piece of slow work at a time, on a virtual thread. Starting the next one, or cancelling,
 * interrupts the one that runs, and nothing of it is heard any more: a late result never lands in a
 * field that has changed meanwhile.
 */
public final class SlowWork {
    private static final Logger LOG = LoggerFactory.getLogger(SlowWork.class);

    /** What may take a while. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws ChatModelException, InterruptedException;
    }

    private final Executor ui;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable Thread current;

    /**
     * @param ui where results are handed over, such as {@link FxThread#run}
     */
    public SlowWork(Executor ui) {
        this.ui = ui;
    }

    /**
     * @param failed is given a {@link ChatModelException} or an unchecked one
     */
    public <T> void start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        cancel();
        Thread thread = Thread.ofVirtual().unstarted(() -> perform(work, done, failed));
        current = thread;
        running.set(true);
        thread.start();
    }

    public void cancel() {
        Thread thread = current;
        current = null;
        running.set(false);
        if (thread != null) {
            thread.interrupt();
        }
    }

    public boolean isRunning() {
        return running.get();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private <T> void perform(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread self = Thread.currentThread();
        try {
            T result = work.run();
            deliver(self, () -> done.accept(result));
        } catch (InterruptedException cancelled) {
            deliver(self, () -> {});
        } catch (ChatModelException e) {
            deliver(self, () -> failed.accept(e));
        } catch (RuntimeException e) {
            // A fault of ours: unless the page is told, it shows for ever that it is working.
            LOG.warn("Work in the background failed", e);
            deliver(self, () -> failed.accept(e));
        }
    }

    private void deliver(Thread from, Runnable result) {
        ui.execute(() -> {
            if (current == from) {
                current = null;
                running.set(false);
                result.run();
            }
        });
    }
}
