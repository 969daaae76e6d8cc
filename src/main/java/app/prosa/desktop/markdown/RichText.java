package app.prosa.desktop.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text with its looks.
 *
 * @param spans without gap or overlap from 0 to the end of the text; none for an empty text
 */
public record RichText(String text, List<Span> spans) {
    public static final RichText EMPTY = new RichText("", List.of());

    public static RichText plain(String text) {
        return text.isEmpty()
                ? EMPTY
                : new RichText(text, List.of(new Span(0, text.length(), Set.of(), null)));
    }

    public int length() {
        return text.length();
    }

    /** The part from one character to before another. */
    public RichText slice(int from, int to) {
        if (from == 0 && to == text.length()) {
            return this;
        }
        List<Span> part = new ArrayList<>();
        for (int i = indexAt(from); i < spans.size() && spans.get(i).start() < to; i++) {
            part.add(spans.get(i).within(from, to));
        }
        return new RichText(text.substring(from, to), List.copyOf(part));
    }

    /** The span that holds this character. */
    public Optional<Span> spanAt(int offset) {
        int i = indexAt(offset);
        return i < spans.size() && offset >= 0 ? Optional.of(spans.get(i)) : Optional.empty();
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts one together, piece by piece. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        public Builder add(CharSequence piece, Set<Mark> marks, @Nullable String target) {
            int start = text.length();
            if (piece.isEmpty()) {
                return this;
            }
            text.append(piece);
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).looksLike(marks, target)) {
                start = spans.remove(last).start();
            }
            spans.add(new Span(start, text.length(), marks, target));
            return this;
        }

        public RichText build() {
            return new RichText(text.toString(), List.copyOf(spans));
        }
    }
}
