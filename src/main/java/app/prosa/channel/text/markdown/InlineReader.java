package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;
import app.prosa.channel.text.lines.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Flattens the inline nodes below a node into lines. The parser bounds how deep they nest. */
final class InlineReader {
    private final Links links;
    private final boolean strikes;
    private final List<Runs> lines = new ArrayList<>();
    private Runs.Builder line = new Runs.Builder();

    /** Within a link there is no other one, and no end of the line. */
    private boolean linked;

    private InlineReader(Links links, boolean strikes) {
        this.links = links;
        this.strikes = strikes;
    }

    /**
     * At least one line; an empty one stands where two breaks follow each other.
     *
     * @param strikes whether what is struck will look so: "R$ 12 R$ 10" says something else
     */
    static List<Runs> read(Node parent, List<Look> looks, Links links, boolean strikes) {
        InlineReader reader = new InlineReader(links, strikes);
        reader.children(parent, looks);
        reader.endLine();
        return reader.lines;
    }

    private void children(Node parent, List<Look> looks) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child, looks);
        }
    }

    private void node(Node node, List<Look> looks) {
        switch (node) {
            case Text text -> words(text.getLiteral(), looks);
            case Code code -> words(code.getLiteral(), Look.with(looks, Look.Mark.CODE));
            case SoftLineBreak _ -> words(" ", looks);
            case HardLineBreak _ -> words("\n", looks);
            case HtmlInline html -> words(shown(html.getLiteral()), looks);
            case Emphasis _ -> children(node, Look.with(looks, Look.Mark.ITALIC));
            case StrongEmphasis _ -> children(node, Look.with(looks, Look.Mark.BOLD));
            case Strikethrough _ -> struck(node, looks);
            case Link link -> link(link.getDestination(), node, looks);
            case Image image -> image(image, looks);
            default -> children(node, looks);
        }
    }

    private void struck(Node node, List<Look> looks) {
        String around = strikes ? "" : "~";
        words(around, looks);
        children(node, Look.with(looks, Look.Mark.STRIKE));
        words(around, looks);
    }

    /** Models write a line break within a table cell as the one HTML tag that means it. */
    private static String shown(String html) {
        return switch (html.toLowerCase(Locale.ROOT)) {
            case "<br>", "<br/>", "<br />" -> "\n";
            default -> html.replace('\n', ' ');
        };
    }

    private void words(String text, List<Look> looks) {
        String clean = VisibleText.clean(text);
        int start = 0;
        for (int end = clean.indexOf('\n'); end >= 0; end = clean.indexOf('\n', start)) {
            line.words(clean.substring(start, end), looks);
            if (linked) {
                line.words(" ", looks);
            } else {
                endLine();
            }
            start = end + 1;
        }
        line.words(clean.substring(start), looks);
    }

    private void endLine() {
        lines.add(line.build().stripped());
        line = new Runs.Builder();
    }

    /** An image that has neither an address nor a description leaves a trace all the same. */
    private void image(Image image, List<Look> looks) {
        boolean silent = VisibleText.isBlank(InlineText.of(image));
        if (silent && (linked || Address.of(image.getDestination()).isEmpty())) {
            words("…", looks);
        } else {
            link(image.getDestination(), image, looks);
        }
    }

    private void link(String url, Node node, List<Look> looks) {
        if (linked) {
            children(node, looks);
            return;
        }
        switch (links.of(url, InlineText.of(node))) {
            case Links.Nowhere _ -> children(node, looks);
            case Links.Bare bare -> line.add(address(bare, looks));
            case Links.Behind behind -> {
                linked = true;
                children(node, behind.address().web() ? within(behind.address(), looks) : looks);
                linked = false;
                line.add(target(behind.address()));
            }
            case Links.TooLong tooLong -> {
                children(node, looks);
                words(" (" + tooLong.address().shown() + ")", List.of());
            }
        }
    }

    private static Run address(Links.Bare bare, List<Look> looks) {
        Address address = bare.address();
        List<Look> all = address.web() ? within(address, looks) : looks;
        return new Run(bare.words(), all, Run.Role.ADDRESS);
    }

    private static List<Look> within(Address address, List<Look> looks) {
        return Look.with(looks, new Look.Link(address.url()));
    }

    /** No platform has links to mail addresses and numbers, but all find them where they stand. */
    private static Run target(Address address) {
        Run.Role role = address.web() ? Run.Role.TARGET : Run.Role.ADDRESS;
        return new Run(" (" + address.shown() + ")", List.of(), role);
    }
}
