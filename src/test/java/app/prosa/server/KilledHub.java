package app.prosa.server;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.TurnPlan;
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
import java.util.concurrent.ThreadLocalRandom;

/** A hub over a model that never says the same twice. It is there to be killed. */
final class KilledHub {
    private KilledHub() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        Database database = Database.open(directory);
        LiveSettings settings = LiveSettings.open(directory, Environment.of(Map.of("PORT", "0")));
        TurnPlan plan = new TurnPlan(new ModelRef("test", "m"), "", null, null, 10);
        ConversationEngine engine =
                new ConversationEngine(
                        database.conversations(), model(), c -> plan, Clock.systemUTC());
        engine.recover();
        Hub hub =
                new Hub(
                        new HubParts(
                                engine,
                                model(),
                                database.usage(),
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

    private static ChatModel model() {
        return (request, sink) -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            for (int i = 0; i < 5; i++) {
                sink.answer(Long.toHexString(random.nextLong()) + " ");
                Thread.sleep(random.nextInt(20));
            }
            return new ChatOutcome("m", null, false);
        };
    }
}
