package app.prosa.channel.text.markup;

import app.prosa.channel.text.lines.Fence;
import app.prosa.channel.text.lines.Line;

/** Writes a part in one dialect, line by line. */
public final class PartWriter {
    private final Dialect dialect;
    private final Output out;
    private State state = new State(false, 0, Fence.NONE);

    public PartWriter(Dialect dialect, Unit unit) {
        this.dialect = dialect;
        this.out = new Output(unit, dialect.countsMarkup());
    }

    /** Which quote and which block of code the last line stood in, if there was one. */
    private record State(boolean begun, int quote, Fence fence) {}

    /** A place to come back to. */
    public static final class Place {
        private final Output.Place out;
        private final State state;

        private Place(Output.Place out, State state) {
            this.out = out;
            this.state = state;
        }
    }

    public void add(Line line) {
        int quote = line.frame().quote();
        boolean sameQuote = quote == state.quote();
        boolean sameFence = sameQuote && line.fence().equals(state.fence());
        out.markup(sameFence ? "" : closeFence());
        out.markup(sameQuote ? "" : closeQuote());
        out.text(state.begun() ? line.gap().newlines() : "");
        if (!sameQuote && quote != 0) {
            out.markup(dialect.openQuote());
        }
        if (!sameFence && line.fence().isCode()) {
            out.markup(dialect.openFence(line.fence()));
        }
        dialect.write(line, out);
        state = new State(true, quote, line.fence());
    }

    private String closeFence() {
        return state.fence().isCode() ? dialect.closeFence(state.fence()) : "";
    }

    private String closeQuote() {
        return state.quote() == 0 ? "" : dialect.closeQuote();
    }

    /** In the platform's unit, with what has still to be closed. */
    public int size() {
        return out.size() + out.sizeOfMarkup(closeFence()) + out.sizeOfMarkup(closeQuote());
    }

    public Place place() {
        return new Place(out.place(), state);
    }

    public void back(Place place) {
        out.back(place.out);
        state = place.state;
    }

    public String text() {
        return out + closeFence() + closeQuote();
    }
}
