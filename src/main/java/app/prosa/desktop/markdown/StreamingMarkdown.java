package app.prosa.desktop.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses a text that grows at its end. Blocks that more text cannot change any more are kept; only
 * the rest is parsed again. Not for several threads at once.
 */
public final class StreamingMarkdown {
    private final LineBreaks breaks;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> settled = new ArrayList<>();

    /** Where the rest begins: the first line of a block at the top. */
    private int rest;

    public StreamingMarkdown(LineBreaks breaks) {
        this.breaks = breaks;
    }

    /** How much text it has so far, in UTF-16 units. */
    public int length() {
        return text.length();
    }

    /**
     * Adds to the text.
     *
     * @return all blocks so far
     */
    public List<Block> append(String more) {
        text.append(more);
        String tail = text.substring(rest);
        List<Markdown.Part> parts = Markdown.parts(tail, breaks);
        List<Block> all = new ArrayList<>(settled);
        parts.forEach(part -> all.add(part.block()));
        settle(parts, tail);
        return List.copyOf(all);
    }

    /**
     * The blocks of the whole text. A link may be defined after its use, so the end is parsed as a
     * whole.
     */
    public List<Block> finish() {
        return Markdown.parse(text.toString(), breaks);
    }

    /**
     * A block is settled when another one has begun below it in a line that is complete: the last
     * line may still turn into something else.
     */
    private void settle(List<Markdown.Part> parts, String tail) {
        int lastLine = tail.lastIndexOf('\n') + 1;
        int open = parts.size() - 1;
        while (open > 0 && parts.get(open).start() >= lastLine) {
            open--;
        }
        for (int i = 0; i < open; i++) {
            settled.add(parts.get(i).block());
        }
        if (open > 0) {
            rest += parts.get(open).start();
        }
    }
}
