package app.prosa.channel.text.lines;

/** A line of what is shown. It is cut only where a part would be too long with it. */
public record Line(Gap gap, Frame frame, Fence fence, Runs runs) {

    public boolean isBlank() {
        return frame.marker().isEmpty() && runs.isBlank();
    }

    /** What stays when it is cut. Code keeps its spaces. */
    public Line head(int end) {
        Runs head = runs.slice(0, end);
        return new Line(gap, frame, fence, fence.isCode() ? head : head.stripped());
    }

    /** What goes on in the next part, indented like the head but without its marker. */
    public Line tail(int start) {
        Runs tail = runs.slice(start, Integer.MAX_VALUE);
        return new Line(
                Gap.LINE, frame.after(), fence, fence.isCode() ? tail : tail.withoutLeadingSpace());
    }
}
