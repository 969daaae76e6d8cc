package app.prosa.desktop.markdown;

/** What a piece of text is, beside being text. */
public enum Mark {
    BOLD,
    ITALIC,
    STRIKE,
    /** Code within a line of text. */
    CODE,
    /** The description of an image; the image itself is not fetched. */
    IMAGE,
    // Parts of a code block
    KEYWORD,
    STRING,
    COMMENT,
    NUMBER
}
