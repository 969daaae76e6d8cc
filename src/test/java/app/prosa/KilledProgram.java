package app.prosa;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.TurnPlan;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Chats in several conversations as fast as it can and says on its standard output what a window
 * would have shown: {@code sent <id>} for a message, {@code done <id>} for a whole reply. It is
 * there to be killed.
 */
final class KilledProgram {
    private static final int CONVERSATIONS = 4;

    private KilledProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Database database = Database.open(Path.of(args[0]));
        TurnPlan plan = new TurnPlan(new ModelRef("test", "slow"), "", null, null, 10);
        ConversationEngine engine =
                new ConversationEngine(
                        database.conversations(), slow(), c -> plan, Clock.systemUTC());
        engine.recover();
        engine.subscribe(KilledProgram::say);
        List<Thread> chats =
                IntStream.range(0, CONVERSATIONS)
                        .mapToObj(i -> Thread.ofPlatform().start(() -> chat(engine)))
                        .toList();
        for (Thread chat : chats) {
            chat.join();
        }
    }

    private static void chat(ConversationEngine engine) {
        Conversation conversation = engine.conversations().create(ConversationOptions.DEFAULT);
        for (int i = 0; ; i++) {
            engine.send(InboundMessage.typed(conversation.userId(), "message " + i, List.of()))
                    .answering()
                    .done()
                    .join();
        }
    }

    /** Its words arrive one by one, so that a kill meets replies that are half written. */
    private static ChatModel slow() {
        SynchronousQueue<String> words = new SynchronousQueue<>();
        ScheduledExecutorService arriving = Executors.newSingleThreadScheduledExecutor();
        var _ =
                arriving.scheduleAtFixedRate(
                        () -> words.offer("word "), 0, 1, TimeUnit.MILLISECONDS);
        return (request, sink) -> {
            for (int i = 0; i < 40; i++) {
                sink.answer(words.take());
            }
            return new ChatOutcome("slow", null, false);
        };
    }

    private static void say(ConversationEvent event) {
        if (event instanceof MessageAdded(var message) && message.author() == Author.USER) {
            System.out.println("sent " + message.id());
        } else if (event instanceof MessageChanged(var message)
                && message.state() == MessageState.COMPLETE) {
            System.out.println("done " + message.id());
        }
    }
}
