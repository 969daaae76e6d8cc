package app.prosa.bench;

import app.prosa.conversation.InboundMessage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What it costs to check and clean a pasted text of a million characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PasteBench {
    private static final int LENGTH = 1_000_000;

    @Param({"word ", "ação ", "👍🏽 ", "\u0000a"})
    String piece = "";

    private String text = "";

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(PasteBench.class.getName()).build()).run();
    }

    @Setup
    public void repeat() {
        text = piece.repeat(LENGTH / piece.length());
    }

    @Benchmark
    public InboundMessage pasted() {
        return InboundMessage.typed("operator", text, List.of());
    }
}
