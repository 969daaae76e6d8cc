package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.Fx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A store whose calls wait, or fail, where a test says so. */
final class GatedStore {
    private final ConversationStore real;
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    GatedStore(ConversationStore real) {
        this.real = real;
    }

    /** Lets calls of this name wait until they are released. */
    void hold(String call) {
        held.put(call, new CountDownLatch(1));
    }

    void release(String call) {
        CountDownLatch gate = held.remove(call);
        if (gate != null) {
            gate.countDown();
        }
    }

    /** Lets calls of this name fail, as on a full disk. */
    void refuse(String call) {
        refused.add(call);
    }

    void releaseAll() {
        refused.clear();
        held.keySet().forEach(this::release);
    }

    ConversationStore asStore() {
        return (ConversationStore)
                Proxy.newProxyInstance(
                        ConversationStore.class.getClassLoader(),
                        new Class<?>[] {ConversationStore.class},
                        (proxy, method, arguments) -> pass(method, arguments));
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        CountDownLatch gate = held.get(method.getName());
        if (gate != null && !gate.await(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody released " + method.getName());
        }
        if (refused.contains(method.getName())) {
            throw new StoreException(StoreException.Cause.DISK_FULL, method.getName(), null);
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
