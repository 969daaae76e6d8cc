package app.prosa.channel.text;

import app.prosa.channel.text.lines.Gap;
import app.prosa.channel.text.lines.Line;
import app.prosa.channel.text.markup.Format;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Fills one part after the other. Where to end one is a matter of rank: between paragraphs, between
 * lines, after a sentence, after a word, as long as the part is half full then; if nothing of that
 * is to be had, the same in a part that is not; and only then within a word.
 */
final class Splitter {
    private final Format format;
    private final Deque<Line> rest;
    private final List<Part> parts = new ArrayList<>();

    Splitter(Format format, List<Line> lines) {
        this.format = format;
        this.rest = new ArrayDeque<>(lines);
    }

    List<Part> parts() {
        while (!rest.isEmpty()) {
            if (rest.element().isBlank()) {
                rest.remove();
            } else {
                next();
            }
        }
        return List.copyOf(parts);
    }

    /** Lines that fit, and how large the draft was after each. */
    private record Taken(Draft draft, List<Line> lines, List<Integer> sizes) {}

    private void next() {
        Taken taken = new Taken(new Draft(format), new ArrayList<>(), new ArrayList<>());
        while (!rest.isEmpty() && taken.draft().add(rest.element())) {
            taken.lines().add(rest.remove());
            taken.sizes().add(taken.draft().size());
        }
        if (!rest.isEmpty()) {
            end(taken);
        }
        finish(taken.lines());
    }

    private void end(Taken taken) {
        int half = format.limit() / 2;
        Cutter cutter = new Cutter(taken.draft(), rest.element(), format.limit());
        boolean done =
                between(taken, Gap.PARAGRAPH, half)
                        || between(taken, Gap.LINE, half)
                        || within(taken, cutter, Cuts.Kind.SENTENCE, half)
                        || within(taken, cutter, Cuts.Kind.WORD, half)
                        || between(taken, Gap.PARAGRAPH, 0)
                        || between(taken, Gap.LINE, 0)
                        || within(taken, cutter, Cuts.Kind.SENTENCE, 0)
                        || within(taken, cutter, Cuts.Kind.WORD, 0)
                        || between(taken, Gap.ANNOUNCED, 0)
                        || within(taken, cutter, Cuts.Kind.CHARACTER, 0)
                        || within(taken, cutter, Cuts.Kind.CODE_POINT, 0);
        if (!done) {
            throw new IllegalStateException("Not even one character fits into a part");
        }
    }

    /** Ends the part before the last of its lines, or of those left, that has this gap. */
    private boolean between(Taken taken, Gap gap, int least) {
        int count = taken.lines().size();
        Line next = rest.element();
        while (count > 0 && taken.sizes().get(count - 1) >= least) {
            if (next.gap() == gap) {
                giveBack(taken.lines(), count);
                return true;
            }
            count--;
            next = taken.lines().get(count);
        }
        return false;
    }

    private void giveBack(List<Line> lines, int count) {
        while (lines.size() > count) {
            rest.push(lines.removeLast());
        }
    }

    /** Ends the part within the next line. */
    private boolean within(Taken taken, Cutter cutter, Cuts.Kind kind, int least) {
        int at = cutter.last(kind, least);
        if (at == 0) {
            return false;
        }
        Line line = rest.remove();
        taken.lines().add(line.head(at));
        Line tail = line.tail(at);
        if (!tail.runs().all().isEmpty()) {
            rest.push(tail);
        }
        return true;
    }

    /** Lines without anything to see are not shown at the ends of a part. */
    private void finish(List<Line> lines) {
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        if (lines.isEmpty()) {
            return;
        }
        Draft draft = new Draft(format);
        lines.forEach(draft::add);
        parts.add(draft.part());
    }
}
