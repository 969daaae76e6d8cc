package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.VisibleText;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words below a node, without looks. */
final class InlineText {
    private InlineText() {}

    static String of(Node parent) {
        StringBuilder text = new StringBuilder();
        collect(parent, text);
        return VisibleText.clean(text.toString());
    }

    private static void collect(Node parent, StringBuilder text) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case HtmlInline html -> text.append(html.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                default -> collect(child, text);
            }
        }
    }
}
