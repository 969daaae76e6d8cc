package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.HashMap;
import java.util.Map;

/** What the reader has opened, wrapped and scrolled sideways in one message. */
public final class Unfolded {
    /** How many lines of a longer code block show before it is opened. */
    static final int FOLDED_LINES = 30;

    private final Map<Integer, SideScroll> code = new HashMap<>();
    private final Map<Integer, SideScroll> tables = new HashMap<>();
    private final Map<Integer, Boolean> opened = new HashMap<>();
    private final boolean codeOpen;
    private final boolean wrap;
    private boolean reasoningOpen;

    /**
     * @param codeOpen long code blocks are open, as the reader saw them being written
     * @param wrap code wraps unless the reader says otherwise
     */
    public Unfolded(boolean codeOpen, boolean wrap) {
        this.codeOpen = codeOpen;
        this.wrap = wrap;
    }

    /** Whether a line shows at all. */
    public boolean shows(MessageLines message, int index) {
        if (message.isReasoning(index) && !reasoningOpen) {
            return false;
        }
        return !(message.lines().get(index) instanceof Line.CodeChunk chunk)
                || chunk.firstLine() < FOLDED_LINES
                || isOpen(chunk.block());
    }

    /** Opens what hides a line. */
    public void open(MessageLines message, int index) {
        reasoningOpen |= message.isReasoning(index);
        if (message.lines().get(index) instanceof Line.CodeChunk chunk) {
            opened.put(chunk.block(), true);
        }
    }

    public boolean isReasoningOpen() {
        return reasoningOpen;
    }

    void toggleReasoning() {
        reasoningOpen = !reasoningOpen;
    }

    boolean isOpen(int block) {
        return opened.getOrDefault(block, codeOpen);
    }

    void toggle(int block) {
        opened.put(block, !isOpen(block));
    }

    SideScroll code(int block) {
        return code.computeIfAbsent(block, _ -> new SideScroll(wrap));
    }

    SideScroll table(int table) {
        return tables.computeIfAbsent(table, _ -> new SideScroll(false));
    }
}
