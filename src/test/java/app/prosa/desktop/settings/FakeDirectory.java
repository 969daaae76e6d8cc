package app.prosa.desktop.settings;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelDirectory;
import app.prosa.conversation.ModelRef;
import app.prosa.desktop.Fx;
import app.prosa.settings.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Providers that take one key, list some models, and answer, or wait until they are told to. */
public final class FakeDirectory implements ModelDirectory {
    public static final String GOOD_KEY = "sk-good-0123456789";

    public final Map<String, List<String>> found = new ConcurrentHashMap<>();
    public volatile List<String> listed = List.of("gpt-5.4", "gpt-5.4-mini", "o5");
    public volatile boolean slow;
    public final CountDownLatch interrupted = new CountDownLatch(1);
    private final Semaphore calls = new Semaphore(0);
    private final Secrets secrets;
    private final Predicate<String> needsKey;

    /**
     * @param needsKey of the id of a provider
     */
    public FakeDirectory(Secrets secrets, Predicate<String> needsKey) {
        this.secrets = secrets;
        this.needsKey = needsKey;
    }

    @Override
    public List<String> models(String provider) throws ChatModelException, InterruptedException {
        answer(provider);
        return listed;
    }

    @Override
    public Duration check(ModelRef model) throws ChatModelException, InterruptedException {
        answer(model.provider());
        if (!listed.contains(model.model())) {
            throw failure(Failure.of(Failure.Kind.NO_SUCH_MODEL));
        }
        return Duration.ofMillis(320);
    }

    @Override
    public List<String> probe(String baseUrl) {
        return found.getOrDefault(baseUrl, List.of());
    }

    /** Waits until the next call has arrived. */
    public void awaitCall() throws InterruptedException {
        if (!calls.tryAcquire(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody called");
        }
    }

    private void answer(String provider) throws ChatModelException, InterruptedException {
        calls.release();
        if (slow) {
            hang();
        }
        String key = secrets.get(Secrets.ofProvider(provider)).orElse("");
        if (needsKey.test(provider) && !key.equals(GOOD_KEY)) {
            throw failure(Failure.of(Failure.Kind.KEY_REFUSED, "Incorrect API key provided"));
        }
    }

    private void hang() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private static ChatModelException failure(Failure failure) {
        return new ChatModelException(failure, null);
    }
}
