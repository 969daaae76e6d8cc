package app.prosa.desktop.settings;

import app.prosa.desktop.SlowWork;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Something slow that can be tried, watched, cancelled and tried again. */
public final class Attempt {
    private final SlowWork work;
    private final Function<Exception, String> sentence;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Idle());

    /**
     * @param sentence what a failure is to the reader
     */
    public Attempt(Executor ui, Function<Exception, String> sentence) {
        this.work = new SlowWork(ui);
        this.sentence = sentence;
    }

    /**
     * @param passed takes the result and says what it means; empty to say nothing
     */
    public <T> void start(String running, SlowWork.Work<T> task, Function<T, String> passed) {
        judge(running, task, result -> new Progress.Passed(passed.apply(result)));
    }

    /**
     * @param outcome what the result means: that it came does not say that it is a good one
     */
    <T> void judge(String running, SlowWork.Work<T> task, Function<T, Progress> outcome) {
        progress.set(new Progress.Running(running));
        work.start(
                task,
                result -> progress.set(outcome.apply(result)),
                failure -> progress.set(new Progress.Failed(sentence.apply(failure))));
    }

    /** What is known already, without trying. */
    void show(Progress known) {
        work.cancel();
        progress.set(known);
    }

    /** It cannot even be started. */
    void fail(String why) {
        show(new Progress.Failed(why));
    }

    void fail(Exception why) {
        fail(sentence.apply(why));
    }

    /** Forgets the result, too: it was about something that has changed. */
    public void cancel() {
        work.cancel();
        progress.set(new Progress.Idle());
    }

    public Progress progress() {
        return progress.get();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
