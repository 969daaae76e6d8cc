package app.prosa.channel.outbound;

import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.Leases;
import app.prosa.conversation.delivery.Outbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that can do all but one thing, until it is mended. */
record BrokenOutbox(ChannelStore whole, String method, AtomicInteger failures, AtomicInteger tried)
        implements ChannelStore {

    /**
     * @param failures how often it cannot
     */
    BrokenOutbox(ChannelStore whole, String method, int failures) {
        this(whole, method, new AtomicInteger(failures), new AtomicInteger());
    }

    @Override
    public Outbox outbox() {
        return (Outbox)
                Proxy.newProxyInstance(
                        Outbox.class.getClassLoader(),
                        new Class<?>[] {Outbox.class},
                        (_, called, arguments) -> call(called, arguments));
    }

    private @Nullable Object call(Method called, Object @Nullable [] arguments) throws Throwable {
        if (called.getName().equals(method)) {
            tried.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
                throw new StoreException(
                        StoreException.Cause.DISK_FULL, method, new IllegalStateException());
            }
        }
        try {
            return called.invoke(whole.outbox(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Correspondents correspondents() {
        return whole.correspondents();
    }

    @Override
    public DueTurns turns() {
        return whole.turns();
    }

    @Override
    public Leases leases() {
        return whole.leases();
    }
}
