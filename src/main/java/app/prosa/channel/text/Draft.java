package app.prosa.channel.text;

import app.prosa.channel.text.lines.Line;
import app.prosa.channel.text.markup.Format;
import app.prosa.channel.text.markup.PartWriter;
import app.prosa.channel.text.markup.PlainText;

/** A part in the making: once in the platform's markup, once plain. */
final class Draft {
    private final int limit;
    private final PartWriter markup;
    private final PartWriter plain;

    Draft(Format format) {
        this.limit = format.limit();
        this.markup = new PartWriter(format.dialect(), format.unit());
        this.plain =
                format.dialect() instanceof PlainText
                        ? markup
                        : new PartWriter(new PlainText(), format.unit());
    }

    /** Takes the line if both texts stay within the limit with it. */
    boolean add(Line line) {
        if (line.runs().longerThan(limit)) {
            return false;
        }
        PartWriter.Place markupBefore = markup.place();
        PartWriter.Place plainBefore = plain.place();
        write(line);
        if (size() <= limit) {
            return true;
        }
        markup.back(markupBefore);
        plain.back(plainBefore);
        return false;
    }

    /** What {@link #size} would be with this line, or -1 when it does not fit. */
    int sizeWith(Line line) {
        PartWriter.Place markupBefore = markup.place();
        PartWriter.Place plainBefore = plain.place();
        if (!add(line)) {
            return -1;
        }
        int size = size();
        markup.back(markupBefore);
        plain.back(plainBefore);
        return size;
    }

    private void write(Line line) {
        markup.add(line);
        if (plain != markup) {
            plain.add(line);
        }
    }

    /** The larger of the two, in the platform's unit. */
    int size() {
        return Math.max(markup.size(), plain.size());
    }

    Part part() {
        return new Part(markup.text(), plain.text());
    }
}
