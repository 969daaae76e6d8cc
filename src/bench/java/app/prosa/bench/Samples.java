package app.prosa.bench;

import java.util.ArrayList;
import java.util.List;

/** Figures of one kind, in the order in which they were measured. Not for several threads. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    /**
     * The nearest of the figures, never one in between.
     *
     * @param percent over 0 to 100
     */
    double percentile(double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    int count() {
        return values.size();
    }

    double first() {
        return values.getFirst();
    }

    double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** One line: the median first, then how far the figures lie apart. */
    String line(String name, String unit) {
        return "%-28s median %9.1f %s   least %.1f   p95 %.1f   p99 %.1f   most %.1f   (%d)"
                .formatted(
                        name,
                        median(),
                        unit,
                        least(),
                        percentile(95),
                        percentile(99),
                        most(),
                        values.size());
    }
}
