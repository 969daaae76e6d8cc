package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Fx;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures how much processor time the JavaFX thread takes for the layout of a pulse: what a shared
 * machine does meanwhile does not count. Prints; judges nothing.
 */
public final class TranscriptBench {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Double> frames = new ArrayList<>();
    private final TranscriptView view;
    private long pulse;

    private TranscriptBench() throws Exception {
        view = Fx.call(this::makeView);
        Fx.run(this::window);
    }

    public static void main(String[] args) throws Exception {
        Fx.start();
        new TranscriptBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        for (int i = 0; i < 3; i++) {
            open("open 10,000 messages at the end", Conversations.many(10_000));
        }
        scroll();
        stream("stream of 200 tokens/s for 20 s", Conversations.RICH.repeat(20), 20);
        stream(
                "stream of one code block",
                "```java\n" + "int value = 42; // a comment\n".repeat(3_000),
                15);
        open(
                "open 1 MB without a space",
                List.of(Conversations.message(0, Author.USER, "x".repeat(1_000_000))));
        open(
                "open 1 MB of words",
                List.of(Conversations.message(0, Author.USER, "some words ".repeat(90_000))));
        open(
                "open 10,000 lines of code",
                List.of(
                        Conversations.message(
                                0,
                                Author.ASSISTANT,
                                "```java\n"
                                        + "int value = 42; // a comment\n".repeat(10_000)
                                        + "```")));
        open(
                "open 100,000 quotes",
                List.of(Conversations.message(0, Author.USER, ">".repeat(100_000))));
        System.gc();
        Runtime vm = Runtime.getRuntime();
        System.out.printf("heap after %d MB%n", (vm.totalMemory() - vm.freeMemory()) >> 20);
    }

    private TranscriptView makeView() {
        return new TranscriptView(
                Texts.in(Language.ENGLISH),
                new Asked(new ArrayList<>()),
                (failure, _) -> "",
                background);
    }

    private void window() {
        Scene scene = new Scene(new StackPane(view), 1000, 900);
        for (String sheet : List.of("tokens", "app", "transcript")) {
            scene.getStylesheets().add("/css/" + sheet + ".css");
        }
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.addPreLayoutPulseListener(() -> pulse = cpu());
        scene.addPostLayoutPulseListener(() -> frames.add((cpu() - pulse) / 1e6));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void open(String what, List<Message> messages) throws Exception {
        ListSource source = new ListSource(messages);
        Fx.run(frames::clear);
        long start = System.nanoTime();
        Fx.run(() -> view.show(source, ScrollPosition.END));
        Fx.await("drawn", () -> !view.viewport().isNeedsLayout() && isReady());
        double took = (System.nanoTime() - start) / 1e6;
        report(what + ", " + Math.round(took) + " ms to drawn");
    }

    private boolean isReady() {
        return !view.viewport().placed().isEmpty()
                && view.viewport().placed().stream().allMatch(p -> view.viewport().row(p) != null);
    }

    private void scroll() throws Exception {
        Fx.run(() -> view.show(new ListSource(Conversations.many(1_000)), ScrollPosition.END));
        Fx.await("drawn", this::isReady);
        Fx.run(frames::clear);
        each(() -> {
            view.viewport().scrollBy(-120);
            return view.viewport().placed().getFirst().slot() == 0;
        });
        report("scroll up through 1,000 messages, 120 px a pulse");
    }

    private void stream(String what, String text, int seconds) throws Exception {
        List<Message> messages = new ArrayList<>(Conversations.many(10_000));
        Message reply =
                Conversations.message(
                        10_000, Author.ASSISTANT, "", "", MessageState.STREAMING, null);
        messages.add(reply);
        ListSource source = new ListSource(messages);
        Fx.run(() -> view.show(source, ScrollPosition.END));
        Fx.await("drawn", this::isReady);
        Fx.run(frames::clear);
        long start = System.nanoTime();
        each(() -> {
            double passed = (System.nanoTime() - start) / 1e9;
            // Four characters a token, and at least the whole text in the time given.
            double rate = Math.max(800, text.length() / (double) seconds);
            int length = (int) Math.min(text.length(), passed * rate);
            source.set(
                    Conversations.with(
                            reply, text.substring(0, length), "", MessageState.STREAMING));
            return length == text.length() || passed > seconds;
        });
        report(what);
    }

    /** Once a pulse, until it says that it is done. */
    private static void each(BooleanSupplier step) throws Exception {
        boolean[] done = {false};
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        if (step.getAsBoolean()) {
                            stop();
                            done[0] = true;
                        }
                    }
                };
        Fx.run(timer::start);
        while (!Fx.call(() -> done[0])) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void report(String what) throws Exception {
        double[] sorted = Fx.call(() -> frames.stream().mapToDouble(f -> f).sorted().toArray());
        System.out.printf(
                "%-60s frames %d, p50 %.1f ms, p99 %.1f ms, max %.1f ms, sum %.0f ms%n",
                what,
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                Arrays.stream(sorted).sum());
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[
                        (int)
                                Math.min(
                                        sorted.length - 1L,
                                        Math.round(share * (sorted.length - 1)))];
    }
}
