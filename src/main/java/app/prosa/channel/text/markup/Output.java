package app.prosa.channel.text.markup;

/** A text that grows, its size as the platform counts it, and a way back. */
final class Output {
    private final Unit unit;
    private final boolean countsMarkup;
    private final StringBuilder written = new StringBuilder();
    private int size;

    /**
     * @param countsMarkup whether markup is part of the size
     */
    Output(Unit unit, boolean countsMarkup) {
        this.unit = unit;
        this.countsMarkup = countsMarkup;
    }

    /** A place to come back to. */
    record Place(int length, int size) {}

    /** Text that is written as it is shown. */
    void text(String shown) {
        text(shown, shown);
    }

    /** Text that is written in another way than it is shown. */
    void text(String shown, String escaped) {
        written.append(escaped);
        size += unit.size(shown);
    }

    /** What the platform takes away again. */
    void markup(String markup) {
        written.append(markup);
        size += sizeOfMarkup(markup);
    }

    int sizeOfMarkup(String markup) {
        return countsMarkup ? unit.size(markup) : 0;
    }

    int size() {
        return size;
    }

    Place place() {
        return new Place(written.length(), size);
    }

    void back(Place place) {
        written.setLength(place.length());
        size = place.size();
    }

    /** All that was written. */
    @Override
    public String toString() {
        return written.toString();
    }
}
