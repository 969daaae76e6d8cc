package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;

/** Makes the node for a line. */
public final class RowFactory {
    private final RowContext context;
    private final PlainRows plain;

    public RowFactory(RowContext context) {
        this.context = context;
        this.plain = new PlainRows(context);
    }

    public RowNode make(Line line, Site site) {
        return switch (line) {
            case Line.Text text -> new TextRow(context, text, site);
            case Line.CodeHead head -> new CodeHeadRow(context, head, site);
            case Line.CodeChunk chunk -> new CodeChunkRow(context, chunk, site);
            case Line.CodeFoot foot -> new CodeFootRow(context, foot, site);
            case Line.TableRow row -> new TableRowNode(context, row, site);
            case Line.Rule rule -> new RuleRow(context, rule, site);
            case Line.Byline byline -> plain.byline(byline, site);
            case Line.Attachments files -> plain.attachments(files, site);
            case Line.ReasoningHead head -> plain.reasoning(head, site);
            case Line.Writing writing -> plain.writing(writing, site);
            case Line.Notice notice -> plain.notice(notice, site);
            case Line.CutShort cut -> plain.cutShort(cut, site);
            case Line.Undelivered undelivered -> plain.undelivered(undelivered, site);
            case Line.Footer footer -> new FooterRow(context, footer, site);
        };
    }
}
