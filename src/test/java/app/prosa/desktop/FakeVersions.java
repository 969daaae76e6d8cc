package app.prosa.desktop;

import app.prosa.settings.LiveSettings;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.NewVersions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Finds what a test says, when the test says it. */
public final class FakeVersions implements NewVersions {
    private final BlockingQueue<Finding> answers = new LinkedBlockingQueue<>();
    private final List<Consumer<Finding>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Finding> last = Optional.empty();

    /** Whether the build knows where new versions are. */
    public volatile boolean canLook = true;

    /** Answers the look that waits, or else the next one. */
    public void answer(Finding finding) {
        answers.add(finding);
    }

    /** As if it had looked by itself. */
    public void find(Finding finding) {
        last = Optional.of(finding);
        listeners.forEach(listener -> listener.accept(finding));
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public boolean canLook() {
        return canLook;
    }

    @Override
    public Finding look() throws InterruptedException {
        Finding finding = answers.take();
        find(finding);
        return finding;
    }

    @Override
    public Optional<Finding> last() {
        return last;
    }

    @Override
    public LiveSettings.Subscription listen(Consumer<Finding> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
