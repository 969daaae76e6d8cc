package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.layout.Caret;
import app.prosa.desktop.transcript.layout.Selection;
import app.prosa.desktop.transcript.lines.Edge;
import app.prosa.desktop.transcript.lines.Gap;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.List;
import java.util.function.Predicate;

/** The selected part of messages as plain text: what one reads, without what is only drawn. */
final class PlainText {
    private static final String BETWEEN_MESSAGES = "\n\n";

    private final Selection selection;
    private final Predicate<Message> reasoningShows;
    private final StringBuilder text = new StringBuilder();

    PlainText(Selection selection, Predicate<Message> reasoningShows) {
        this.selection = selection;
        this.reasoningShows = reasoningShows;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Adds what is selected of the next message. */
    void add(int slot, MessageLines message) {
        boolean reasoning = reasoningShows.test(message.message());
        List<Line> lines = message.lines();
        String between = text.isEmpty() ? "" : BETWEEN_MESSAGES;
        Gap gap = Gap.NONE;
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            int from = selection.from(slot, row, line.text().length());
            int to = selection.to(slot, row, line.text().length());
            boolean shows = reasoning || !message.isReasoning(row);
            if (line instanceof Line.Content content && shows) {
                gap = gap == Gap.NONE ? line.gap() : gap;
                if (hasText(content) && touches(slot, row, from, to)) {
                    text.append(between).append(between.isEmpty() ? gap(gap) : "");
                    text.append(from == 0 ? marker(content) : "").append(line.text(), from, to);
                    between = "";
                    gap = Gap.NONE;
                }
            }
        }
    }

    private String gap(Gap gap) {
        return text.isEmpty() ? "" : gap.plain();
    }

    private static boolean hasText(Line.Content line) {
        return switch (line) {
            case Line.Text _, Line.CodeChunk _, Line.TableRow _ -> true;
            case Line.CodeHead _, Line.CodeFoot _, Line.Rule _ -> false;
        };
    }

    /** An empty line counts when the selection goes over it. */
    private boolean touches(int slot, int row, int from, int to) {
        Caret begin = new Caret(slot, row, 0);
        return from < to
                || (selection.start().compareTo(begin) < 0 && selection.end().compareTo(begin) > 0);
    }

    private static String marker(Line.Content line) {
        if (line.edges().isEmpty() || !(line.edges().getLast() instanceof Edge.Indent indent)) {
            return "";
        }
        return switch (indent.box()) {
            case OPEN -> "[ ] ";
            case DONE -> "[x] ";
            case NONE -> indent.marker().isEmpty() ? "" : indent.marker() + " ";
        };
    }
}
