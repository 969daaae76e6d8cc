package app.prosa.desktop.transcript.lines;

import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.StreamingMarkdown;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a reply while it is written. Lines that did not change are the same objects as before, so
 * that whoever draws them can tell at a glance. Not for several threads at once.
 */
public final class LiveLines {
    private Growing reasoning = new Growing("");
    private Growing text = new Growing("");
    private @Nullable MessageLines last;

    /**
     * @param message the same one as before, with more text, or its final state
     */
    public MessageLines next(Message message) {
        if (message.state() != MessageState.STREAMING || message.deleted()) {
            return keep(MessageLines.of(message));
        }
        if (!message.reasoning().startsWith(reasoning.known)) {
            reasoning = new Growing("");
        }
        if (!message.text().startsWith(text.known)) {
            text = new Growing("");
        }
        List<Line> thought = reasoning.next(message.reasoning(), message, 0, false);
        List<Line> said =
                text.next(
                        message.text(),
                        message,
                        MessageLines.codeBlocks(thought),
                        MessageLines.beginsWithText(message));
        return keep(MessageLines.assemble(message, thought, said));
    }

    private MessageLines keep(MessageLines next) {
        MessageLines before = last;
        if (before == null) {
            last = next;
            return next;
        }
        List<Line> lines = new ArrayList<>(next.lines());
        int common = Math.min(lines.size(), before.lines().size());
        for (int i = 0; i < common; i++) {
            Line old = before.lines().get(i);
            if (old.equals(lines.get(i))) {
                lines.set(i, old);
            }
        }
        MessageLines same =
                new MessageLines(
                        next.message(),
                        List.copyOf(lines),
                        next.reasoningStart(),
                        next.reasoningEnd());
        last = same;
        return same;
    }

    /** One of the two texts of a reply. */
    private static final class Growing {
        private String known;
        private @Nullable StreamingMarkdown markdown;
        private IdentityHashMap<Block, List<Line>> made = new IdentityHashMap<>();
        private List<Line> lines = List.of();

        Growing(String known) {
            this.known = known;
        }

        List<Line> next(String longer, Message message, int codeBlocks, boolean first) {
            if (longer.length() == known.length()) {
                return lines;
            }
            if (markdown == null) {
                markdown = new StreamingMarkdown(MessageLines.breaks(message));
            }
            List<Block> blocks = markdown.append(longer.substring(known.length()));
            known = longer;
            lines = flatten(blocks, codeBlocks, first);
            return lines;
        }

        /** Blocks that are kept are the same objects, and so are their lines. */
        private List<Line> flatten(List<Block> blocks, int codeBlocks, boolean first) {
            IdentityHashMap<Block, List<Line>> kept = new IdentityHashMap<>();
            List<Line> all = new ArrayList<>();
            int before = codeBlocks;
            for (Block block : blocks) {
                List<Line> own = made.get(block);
                if (own == null) {
                    own = new BlockLines(before).of(block, first && all.isEmpty());
                }
                kept.put(block, own);
                before += MessageLines.codeBlocks(own);
                all.addAll(own);
            }
            made = kept;
            return all;
        }
    }
}
