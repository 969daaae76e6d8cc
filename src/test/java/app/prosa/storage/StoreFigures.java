package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Prints how fast the store is: {@code java … StoreFigures seed DIR}, then {@code open DIR} in
 * another process, {@code read DIR}, {@code write DIR}.
 */
public final class StoreFigures {
    private StoreFigures() {}

    public static void main(String[] arguments) throws Exception {
        Path dir = Path.of(arguments[1]);
        long start = System.nanoTime();
        try (Database database = Database.open(dir)) {
            say("open", start);
            ConversationStore store = database.conversations();
            time("first page, cold", () -> store.page(Query.ALL, null, 50));
            switch (arguments[0]) {
                case "seed" -> seed(database);
                case "read" -> read(store);
                case "write" -> write(store, dir);
                default -> {}
            }
            start = System.nanoTime();
        }
        say("close", start);
        System.out.printf("file %d MB%n", Files.size(H2File.in(dir)) >> 20);
    }

    private static void seed(Database database) throws Exception {
        time("seed 100,000 conversations", () -> Seed.in(database).conversations(100_000));
        time("seed 10,000 messages", () -> Seed.in(database).conversation(10_000));
    }

    private static void read(ConversationStore store) throws Exception {
        ConversationId large = large(store);
        Place after = store.places(Query.ALL, null, 50_000).getLast();
        Message late = store.path(large, 9_999, 10_000).getFirst();
        for (int round = 0; round < 3; round++) {
            times("page 1 of 50", 500, () -> store.page(Query.ALL, null, 50));
            times("page 1,000 of 50", 500, () -> store.page(Query.ALL, after, 50));
            times(
                    "search, found often",
                    20,
                    () -> store.page(new Query(false, "chat 7"), null, 50));
            times("search, found never", 5, () -> store.page(new Query(false, "zebra"), null, 50));
            times("path of 60 at the end", 500, () -> store.path(large, 9_940, 10_000));
            times("path of 60 in the middle", 500, () -> store.path(large, 5_000, 5_060));
            times("context of 10", 500, () -> store.context(late.id(), 10));
            times("counts", 5, store::counts);
        }
        Message root = store.path(large, 0, 1).getFirst();
        Message other =
                store.edit(root.id(), "Another question", Instant.now()).orElseThrow().message();
        time("show 10,000 again", () -> store.show(root.id()));
        time("hide 10,000", () -> store.show(other.id()));
        time("show 10,000 again", () -> store.show(root.id()));
        time("fork of 10,000", () -> store.fork(late.id(), Instant.now()));
    }

    private static ConversationId large(ConversationStore store) {
        Place last = null;
        while (true) {
            List<Conversation> page = store.page(Query.ALL, last, 10_000);
            for (Conversation conversation : page) {
                if (conversation.size() == 10_000) {
                    return conversation.id();
                }
            }
            last = Place.of(page.getLast());
        }
    }

    private static void write(ConversationStore store, Path dir) throws Exception {
        for (int threads : new int[] {1, 8, 64, 1, 8, 64}) {
            int each = 8_000 / threads;
            long cpu = cpu();
            long start = System.nanoTime();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> all =
                        IntStream.range(0, threads)
                                .<Future<?>>mapToObj(
                                        t -> executor.submit(() -> turns(store, t, each)))
                                .toList();
                for (Future<?> one : all) {
                    one.get();
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            int turns = each * threads;
            System.out.printf(
                    "%d threads: %.0f receive+finish/s, CPU %.0f us each, file %d MB%n",
                    threads,
                    turns / seconds,
                    (cpu() - cpu) / 1e3 / turns,
                    Files.size(H2File.in(dir)) >> 20);
        }
    }

    private static void turns(ConversationStore store, int thread, int count) {
        String answer = SeedText.answer(new Random(thread));
        for (int i = 0; i < count; i++) {
            String user = "user-" + thread + "-" + i % 50;
            InboundMessage message =
                    new InboundMessage(
                            ChannelKind.WEB,
                            user,
                            "How do I read a large file?",
                            UUID.randomUUID().toString(),
                            List.of());
            Received received = store.receive(message, true, Instant.now());
            Message reply = Objects.requireNonNull(received.reply());
            store.finish(reply.id(), MessageState.COMPLETE, answer, "", null, StoreContract.META);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void times(String what, int count, Runnable work) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            work.run();
        }
        System.out.printf("%s: %.3f ms%n", what, (System.nanoTime() - start) / 1e6 / count);
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        say(what, start);
    }

    private static void say(String what, long start) {
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
