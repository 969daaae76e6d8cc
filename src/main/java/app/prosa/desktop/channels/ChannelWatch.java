package app.prosa.desktop.channels;

import app.prosa.conversation.StoreException;
import app.prosa.settings.channels.ChannelControl;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.Platform;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels, where the window can follow them. They are looked at on a thread of their own, as
 * that may ask the store; a busy channel is looked at a few times a second, a quiet one never.
 */
public final class ChannelWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelWatch.class);
    private static final long GATHERING_MILLIS = 200;

    private final ChannelControl channels;
    private final Executor ui;
    private final Map<Platform, ReadOnlyObjectWrapper<ChannelSeen>> seen =
            new EnumMap<>(Platform.class);
    private final AtomicBoolean heard = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor looking =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofVirtual().name("channels-seen").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final ChannelControl.Listening listening;

    /**
     * @param ui where what is known changes
     */
    public ChannelWatch(ChannelControl channels, Executor ui) {
        this.channels = channels;
        this.ui = ui;
        for (Platform platform : Platform.values()) {
            ChannelSeen first = new ChannelSeen(channels.state(platform), ChannelFacts.NONE);
            seen.put(platform, new ReadOnlyObjectWrapper<>(first));
        }
        this.listening = channels.listen(this::hear);
        // It may have changed in between, and nothing is known of the facts yet.
        looking.execute(this::lookAtAll);
    }

    public ReadOnlyObjectProperty<ChannelSeen> seen(Platform platform) {
        return of(platform).getReadOnlyProperty();
    }

    private void hear() {
        if (heard.compareAndSet(false, true)) {
            var _ = looking.schedule(this::lookAtAll, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void lookAtAll() {
        heard.set(false);
        for (Platform platform : Platform.values()) {
            ChannelSeen now = look(platform);
            ui.execute(() -> of(platform).set(now));
        }
    }

    private ChannelSeen look(Platform platform) {
        try {
            return new ChannelSeen(channels.state(platform), channels.facts(platform));
        } catch (StoreException e) {
            LOG.warn("What is known of {} could not be read", platform.key(), e);
            return new ChannelSeen(channels.state(platform), of(platform).get().facts());
        }
    }

    private ReadOnlyObjectWrapper<ChannelSeen> of(Platform platform) {
        ReadOnlyObjectWrapper<ChannelSeen> known = seen.get(platform);
        if (known == null) {
            throw new IllegalStateException("Every platform is seen");
        }
        return known;
    }

    @Override
    public void close() {
        listening.close();
        looking.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        looking.shutdown();
    }
}
