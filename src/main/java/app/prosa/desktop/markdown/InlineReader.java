package app.prosa.desktop.markdown;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Flattens the inline nodes below a node. The parser bounds how deep they nest. */
final class InlineReader {
    private final LineBreaks breaks;
    private final RichText.Builder text = new RichText.Builder();

    private InlineReader(LineBreaks breaks) {
        this.breaks = breaks;
    }

    static RichText read(Node parent, LineBreaks breaks) {
        InlineReader reader = new InlineReader(breaks);
        reader.children(parent, Set.of(), null);
        return reader.text.build();
    }

    private void children(Node parent, Set<Mark> marks, @Nullable String target) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child, marks, target);
        }
    }

    private void node(Node node, Set<Mark> marks, @Nullable String target) {
        switch (node) {
            case Text plain -> text.add(plain.getLiteral(), marks, target);
            case Code code -> text.add(code.getLiteral(), with(marks, Mark.CODE), target);
            case SoftLineBreak _ -> text.add(breaks == LineBreaks.KEPT ? "\n" : " ", marks, target);
            case HardLineBreak _ -> text.add("\n", marks, target);
            case HtmlInline html -> text.add(shown(html.getLiteral()), marks, target);
            case Emphasis _ -> children(node, with(marks, Mark.ITALIC), target);
            case StrongEmphasis _ -> children(node, with(marks, Mark.BOLD), target);
            case Strikethrough _ -> children(node, with(marks, Mark.STRIKE), target);
            case Link link -> children(node, marks, SafeLink.of(link.getDestination()));
            case Image image -> image(image, with(marks, Mark.IMAGE), target);
            default -> children(node, marks, target);
        }
    }

    /** Models write a line break within a table cell as the one HTML tag that means it. */
    private static String shown(String html) {
        return switch (html.toLowerCase(Locale.ROOT)) {
            case "<br>", "<br/>", "<br />" -> "\n";
            default -> html;
        };
    }

    private void image(Image image, Set<Mark> marks, @Nullable String outer) {
        String own = SafeLink.of(image.getDestination());
        String target = outer == null ? own : outer;
        if (image.getFirstChild() == null) {
            text.add(own == null ? "…" : own, marks, target);
        } else {
            children(image, marks, target);
        }
    }

    private static Set<Mark> with(Set<Mark> marks, Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return Set.copyOf(more);
    }
}
