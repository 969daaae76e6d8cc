package app.prosa.desktop.conversations;

import app.prosa.conversation.StoreException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the store in the background; what was asked before a new beginning is not heard of. */
final class Asking {
    private final Executor background;
    private final Executor ui;
    private final Meanwhile meanwhile;
    private final Runnable onFailure;
    private final AtomicInteger beginnings = new AtomicInteger();

    /**
     * @param ui where answers are heard
     * @param meanwhile is told when something is on its way
     */
    Asking(Executor background, Executor ui, Meanwhile meanwhile, Runnable onFailure) {
        this.background = background;
        this.ui = ui;
        this.meanwhile = meanwhile;
        this.onFailure = onFailure;
    }

    void beginAnew() {
        beginnings.incrementAndGet();
        meanwhile.beginAnew();
    }

    /**
     * @param question is told whether its answer is still wanted
     */
    <T> void ask(Function<BooleanSupplier, T> question, Consumer<T> hear) {
        ask(question, hear, onFailure);
    }

    <T> void ask(Function<BooleanSupplier, T> question, Consumer<T> hear, Runnable onThisFailure) {
        int asked = beginnings.get();
        meanwhile.begun();
        background.execute(() -> {
            try {
                T answer = question.apply(() -> asked == beginnings.get());
                ui.execute(() -> answered(asked, () -> hear.accept(answer)));
            } catch (StoreException e) {
                ui.execute(() -> answered(asked, onThisFailure));
            }
        });
    }

    private void answered(int asked, Runnable hear) {
        if (asked == beginnings.get()) {
            hear.run();
        }
        meanwhile.ended();
    }
}
