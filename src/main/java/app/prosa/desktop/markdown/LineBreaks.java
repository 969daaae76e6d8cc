package app.prosa.desktop.markdown;

/** What a single newline within a paragraph is. */
public enum LineBreaks {
    /** A space, as Markdown has it. */
    JOINED,
    /** A line break, as people who type into a chat expect. */
    KEPT
}
