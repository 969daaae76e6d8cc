package app.prosa.desktop.markdown;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link RichText} that looks the same throughout.
 *
 * @param start the first character, in UTF-16 units
 * @param end after the last character
 * @param target where it links to (http, https or mailto), or null
 */
public record Span(int start, int end, Set<Mark> marks, @Nullable String target) {

    Span within(int from, int to) {
        return new Span(Math.max(start, from) - from, Math.min(end, to) - from, marks, target);
    }

    boolean looksLike(Set<Mark> otherMarks, @Nullable String otherTarget) {
        return marks.equals(otherMarks)
                && (target == null ? otherTarget == null : target.equals(otherTarget));
    }
}
