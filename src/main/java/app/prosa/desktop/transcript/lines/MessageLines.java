package app.prosa.desktop.transcript.lines;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.LineBreaks;
import app.prosa.desktop.markdown.Markdown;
import app.prosa.desktop.markdown.RichText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message and its lines.
 *
 * @param reasoningStart the first line of the reasoning
 * @param reasoningEnd after its last line
 */
public record MessageLines(
        Message message, List<Line> lines, int reasoningStart, int reasoningEnd) {

    /** Cuts a message. Takes a time proportional to its length: not for the JavaFX thread. */
    public static MessageLines of(Message message) {
        if (message.deleted()) {
            return new MessageLines(message, List.of(), 0, 0);
        }
        List<Line> reasoning =
                flatten(Markdown.parse(message.reasoning(), LineBreaks.JOINED), 0, false);
        List<Line> text =
                flatten(
                        Markdown.parse(message.text(), breaks(message)),
                        codeBlocks(reasoning),
                        beginsWithText(message));
        return assemble(message, reasoning, text);
    }

    /** Its text as it is, and nothing else: for a message that cannot be shown otherwise. */
    public static MessageLines raw(Message message) {
        List<Line> lines = new ArrayList<>();
        for (TextCut.Part part : TextCut.cut(RichText.plain(message.text()))) {
            Gap gap = part.newline() ? Gap.NEXT : Gap.NONE;
            lines.add(new Line.Text(List.of(), gap, Line.Look.BODY, part.text()));
        }
        return new MessageLines(message, List.copyOf(lines), 0, 0);
    }

    /** The same on its way to somebody elsewhere: at its foot how far it is, and why no farther. */
    public MessageLines with(@Nullable Delivery delivery) {
        if (delivery == null || lines.isEmpty()) {
            return this;
        }
        List<Line> all = new ArrayList<>(lines);
        int foot = all.size();
        if (all.getLast() instanceof Line.Footer footer) {
            foot--;
            all.set(foot, footer.with(delivery));
        }
        if (delivery.state() == DeliveryState.FAILED) {
            all.add(foot, new Line.Undelivered(delivery.trouble()));
        }
        return new MessageLines(message, List.copyOf(all), reasoningStart, reasoningEnd);
    }

    /** Whether a line is a part of the reasoning. */
    public boolean isReasoning(int line) {
        return line >= reasoningStart && line < reasoningEnd;
    }

    static LineBreaks breaks(Message message) {
        return message.author() == Author.ASSISTANT ? LineBreaks.JOINED : LineBreaks.KEPT;
    }

    static int codeBlocks(List<Line> lines) {
        return (int)
                lines.stream().filter(l -> l instanceof Line.CodeHead || isTableHead(l)).count();
    }

    private static boolean isTableHead(Line line) {
        return line instanceof Line.TableRow row && row.header();
    }

    /** Whether the first row of the message is the first of its text. */
    static boolean beginsWithText(Message message) {
        return message.reasoning().isEmpty()
                && message.attachments().isEmpty()
                && message.author() != Author.OPERATOR
                && message.author() != Author.NOTE;
    }

    private static List<Line> flatten(List<Block> blocks, int codeBlocks, boolean first) {
        List<Line> lines = new ArrayList<>();
        int before = codeBlocks;
        for (Block block : blocks) {
            List<Line> more = new BlockLines(before).of(block, first && lines.isEmpty());
            before += codeBlocks(more);
            lines.addAll(more);
        }
        return lines;
    }

    static MessageLines assemble(Message message, List<Line> reasoning, List<Line> text) {
        List<Line> lines = new ArrayList<>(reasoning.size() + text.size() + 4);
        if (message.author() == Author.OPERATOR || message.author() == Author.NOTE) {
            lines.add(new Line.Byline(message.author()));
        }
        if (!message.attachments().isEmpty()) {
            lines.add(new Line.Attachments(List.copyOf(message.attachments())));
        }
        boolean streaming = message.state() == MessageState.STREAMING;
        if (!reasoning.isEmpty()) {
            boolean writing = streaming && message.text().isEmpty();
            lines.add(new Line.ReasoningHead(took(message), writing));
        }
        int start = lines.size();
        lines.addAll(reasoning);
        int end = lines.size();
        lines.addAll(text);
        addEnd(message, streaming, lines);
        return new MessageLines(message, List.copyOf(lines), start, end);
    }

    private static void addEnd(Message message, boolean streaming, List<Line> lines) {
        if (streaming) {
            lines.add(new Line.Writing());
            return;
        }
        if (message.state() != MessageState.COMPLETE) {
            lines.add(new Line.Notice(message.state(), message.failure(), model(message)));
        } else if (message.meta() != null && message.meta().cutShort()) {
            lines.add(new Line.CutShort(!message.text().isBlank()));
        }
        if (message.author() != Author.NOTE) {
            lines.add(footer(message));
        }
    }

    private static @Nullable ModelRef model(Message message) {
        return message.meta() == null ? null : message.meta().model();
    }

    private static Line footer(Message message) {
        return new Line.Footer(
                message.id(),
                message.author(),
                message.version(),
                message.versions(),
                message.pinned(),
                message.meta(),
                message.createdAt(),
                null);
    }

    private static @Nullable Duration took(Message message) {
        return message.meta() == null ? null : message.meta().reasoning();
    }
}
