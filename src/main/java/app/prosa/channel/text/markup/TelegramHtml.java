package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Fence;
import app.prosa.channel.text.lines.Frame;
import app.prosa.channel.text.lines.Line;
import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;
import java.util.ArrayList;
import java.util.List;

/**
 * Telegram's HTML. Quotes do not nest there, so those within a quote have a mark before each line;
 * code holds no other formatting and stands in none but a quote.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">Bot API, HTML style</a>
 */
public final class TelegramHtml implements Dialect {

    @Override
    public boolean hasMonospace() {
        return true;
    }

    @Override
    public boolean hasStrike() {
        return true;
    }

    @Override
    public boolean countsMarkup() {
        return false;
    }

    @Override
    public String openQuote() {
        return "<blockquote>";
    }

    @Override
    public String closeQuote() {
        return "</blockquote>";
    }

    @Override
    public String openFence(Fence fence) {
        return fence.language().isEmpty()
                ? "<pre>"
                : "<pre><code class=\"language-" + fence.language() + "\">";
    }

    @Override
    public String closeFence(Fence fence) {
        return fence.language().isEmpty() ? "</pre>" : "</code></pre>";
    }

    @Override
    public void write(Line line, Output out) {
        if (line.fence().isCode()) {
            text(line.runs().text(), out);
        } else {
            Frame frame = line.frame();
            text("> ".repeat(Math.max(0, frame.depth() - 1)) + frame.lead(), out);
            runs(line.runs(), out);
        }
    }

    private static void runs(Runs runs, Output out) {
        List<Look> open = List.of();
        for (Run run : runs.all()) {
            if (run.role() != Run.Role.TARGET) {
                List<Look> looks = allowed(run.looks());
                change(open, looks, out);
                open = looks;
                text(run.text(), out);
            }
        }
        change(open, List.of(), out);
    }

    /** A link is worth more than code, and code more than the rest. */
    private static List<Look> allowed(List<Look> looks) {
        if (!looks.contains(Look.Mark.CODE)) {
            return looks;
        }
        List<Look> rest = new ArrayList<>(looks);
        rest.remove(Look.Mark.CODE);
        boolean linked = rest.stream().anyMatch(Look.Link.class::isInstance);
        return linked ? rest : List.of(Look.Mark.CODE);
    }

    private static void change(List<Look> from, List<Look> to, Output out) {
        int same = 0;
        while (same < Math.min(from.size(), to.size()) && from.get(same).equals(to.get(same))) {
            same++;
        }
        for (int i = from.size() - 1; i >= same; i--) {
            out.markup("</" + tag(from.get(i)) + ">");
        }
        for (int i = same; i < to.size(); i++) {
            out.markup("<" + tag(to.get(i)) + attribute(to.get(i)) + ">");
        }
    }

    private static String tag(Look look) {
        return switch (look) {
            case Look.Mark.BOLD -> "b";
            case Look.Mark.ITALIC -> "i";
            case Look.Mark.STRIKE -> "s";
            case Look.Mark.CODE -> "code";
            case Look.Link _ -> "a";
        };
    }

    private static String attribute(Look look) {
        return look instanceof Look.Link(String url)
                ? " href=\"" + escaped(url).replace("\"", "&quot;") + "\""
                : "";
    }

    private static void text(String text, Output out) {
        out.text(text, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
