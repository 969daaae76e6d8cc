package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;
import java.util.ArrayList;
import java.util.List;

/** Marks up the runs of one line. */
final class WhatsAppLine {
    private final List<Run> runs;
    private final MarkedText text = new MarkedText();

    private WhatsAppLine(List<Run> runs) {
        this.runs = runs;
    }

    /**
     * @param first whether nothing but marks of quotes stands before it
     */
    static String of(Runs runs, boolean first) {
        WhatsAppLine line = new WhatsAppLine(runs.all().stream().map(WhatsAppLine::plain).toList());
        line.write(0, line.runs.size(), 0);
        return Lookalikes.inLine(line.text, first);
    }

    /** With the looks that there are: an address has none, and code no other. */
    private static Run plain(Run run) {
        List<Look> looks = new ArrayList<>(run.looks());
        looks.removeIf(Look.Link.class::isInstance);
        if (run.role() != Run.Role.WORDS) {
            looks.clear();
        } else if (looks.contains(Look.Mark.CODE)) {
            looks.retainAll(List.of(Look.Mark.CODE));
        }
        return new Run(run.text(), looks, run.role());
    }

    /** Writes some runs, of which as many looks as the level says are written around them. */
    private void write(int from, int to, int level) {
        int i = from;
        while (i < to) {
            Run run = runs.get(i);
            if (run.looks().size() == level) {
                text.add(run.text(), kind(run));
                i++;
            } else {
                int end = end(i, to, level);
                marked(i, end, level);
                i = end;
            }
        }
    }

    private static MarkedText.Kind kind(Run run) {
        return run.role() == Run.Role.WORDS ? MarkedText.Kind.WORDS : MarkedText.Kind.ADDRESS;
    }

    private int end(int from, int to, int level) {
        Look look = runs.get(from).looks().get(level);
        int end = from + 1;
        while (end < to
                && runs.get(end).looks().size() > level
                && runs.get(end).looks().get(level).equals(look)) {
            end++;
        }
        return end;
    }

    private void marked(int from, int to, int level) {
        int start = text.length();
        write(from, to, level + 1);
        int next = to < runs.size() ? runs.get(to).text().codePointAt(0) : ' ';
        text.mark(start, next, mark(runs.get(from).looks().get(level)));
    }

    private static char mark(Look look) {
        return switch (look) {
            case Look.Mark.BOLD -> '*';
            case Look.Mark.ITALIC -> '_';
            case Look.Mark.STRIKE -> '~';
            case Look.Mark.CODE -> '`';
            case Look.Link _ -> throw new IllegalStateException("Links were taken out");
        };
    }
}
