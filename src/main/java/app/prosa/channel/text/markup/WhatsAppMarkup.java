package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Fence;
import app.prosa.channel.text.lines.Frame;
import app.prosa.channel.text.lines.Line;

/**
 * WhatsApp's markup. It has no escape, no links and no nested lists, and a mark counts only at the
 * edge of a word, within one line. So emphasis inside a word is left out rather than shown as
 * asterisks, and where characters of the text itself would format it, {@link Lookalikes} take their
 * place; where they would not, as in {@code snake_case} or {@code 2 * 3}, they stay.
 *
 * @see <a href="https://faq.whatsapp.com/539178204879377">How to format your messages</a>
 */
public final class WhatsAppMarkup implements Dialect {
    private static final String FENCE = "```";

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
        return true;
    }

    @Override
    public String openFence(Fence fence) {
        return FENCE;
    }

    @Override
    public String closeFence(Fence fence) {
        return FENCE;
    }

    @Override
    public void write(Line line, Output out) {
        if (line.fence().isCode()) {
            out.text(Lookalikes.inBlock(line.runs().text()));
            return;
        }
        Frame frame = line.frame();
        String lead = frame.lead().replace('•', '-');
        out.text("> ".repeat(frame.depth()) + lead);
        out.text(WhatsAppLine.of(line.runs(), lead.isEmpty()));
    }
}
