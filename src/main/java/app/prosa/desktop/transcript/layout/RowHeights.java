package app.prosa.desktop.transcript.layout;

/** The rows of a transcript: slots one below the other, each with rows. */
public interface RowHeights {
    int slots();

    /** How many rows a slot has; 0 for one that shows nothing. */
    int rows(int slot);

    /** In pixels; 0 for a row that is not shown. May be costly the first time it is asked. */
    double height(int slot, int row);
}
