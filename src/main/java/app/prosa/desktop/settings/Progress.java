package app.prosa.desktop.settings;

/** How something slow is going, in the reader's language. */
public sealed interface Progress {
    /** Nothing was asked for, or what was known is out of date. */
    record Idle() implements Progress {}

    record Running(String text) implements Progress {}

    record Passed(String text) implements Progress {}

    record Failed(String text) implements Progress {}

    /** What there is to say, or empty. */
    default String sentence() {
        return switch (this) {
            case Idle() -> "";
            case Running(String text) -> text;
            case Passed(String text) -> text;
            case Failed(String text) -> text;
        };
    }
}
