package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Frame;
import app.prosa.channel.text.lines.Line;

/** No markup: what a reader sees where there is none, or where it was rejected. */
public final class PlainText implements Dialect {

    @Override
    public boolean hasMonospace() {
        return false;
    }

    @Override
    public boolean hasStrike() {
        return false;
    }

    @Override
    public boolean countsMarkup() {
        return true;
    }

    @Override
    public void write(Line line, Output out) {
        Frame frame = line.frame();
        out.text("> ".repeat(frame.depth()) + frame.lead() + line.runs().text());
    }
}
