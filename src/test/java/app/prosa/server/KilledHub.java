package app.prosa.server;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.TurnPlan;
import app.prosa.desktop.NoChannels;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.HubState;
import app.prosa.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A hub over a model that never says the same twice. It is there to be killed. */
final class KilledHub {
    private KilledHub() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        Database database = Database.open(directory);
        LiveSettings settings = LiveSettings.open(directory, Environment.of(Map.of("PORT", "0")));
        TurnPlan plan = new TurnPlan(new ModelRef("test", "m"), "", null, null, 10);
        ChatModel model = model();
        ConversationEngine engine =
                new ConversationEngine(
                        database.conversations(), model, c -> plan, Clock.systemUTC());
        engine.recover();
        Hub hub =
                new Hub(
                        new HubParts(
                                engine,
                                model,
                                database.usage(),
                                new HubParts.Channels(
                                        _ -> Optional.empty(),
                                        database.channels(),
                                        new NoChannels()),
                                settings,
                                new HubRig.KeptSecrets(),
                                Optional.empty(),
                                Optional.empty(),
                                Clock.systemUTC(),
                                "1"));
        if (hub.start() instanceof HubState.On on) {
            System.out.println("port " + on.address().getPort());
        }
        new CountDownLatch(1).await();
    }

    /** Its words arrive one by one, so that a kill meets answers that are half written. */
    private static ChatModel model() {
        SynchronousQueue<String> words = new SynchronousQueue<>();
        ScheduledExecutorService arriving = Executors.newSingleThreadScheduledExecutor();
        var _ =
                arriving.scheduleAtFixedRate(
                        () -> words.offer(word()), 0, 100, TimeUnit.MICROSECONDS);
        return (request, sink) -> {
            for (int i = 0; i < 5; i++) {
                sink.answer(words.take());
            }
            return new ChatOutcome("m", null, false);
        };
    }

    private static String word() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong()) + " ";
    }
}
