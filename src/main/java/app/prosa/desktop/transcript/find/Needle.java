package app.prosa.desktop.transcript.find;

import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is looked for, whatever its case and accents. */
public final class Needle {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Markdown that may stand inside a word. */
    private static final Pattern MARKUP = Pattern.compile("[*_~`\\\\]");

    private final String folded;

    /** The letters and digits of it that stand together. */
    private final List<String> words;

    private Needle(String folded) {
        this.folded = folded;
        this.words = NO_WORD.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
    }

    /** Empty when there is nothing to look for. */
    public static Optional<Needle> of(String typed) {
        String folded = Folded.of(typed).text();
        return folded.isBlank() ? Optional.empty() : Optional.of(new Needle(folded));
    }

    /** Whether it can only be where the other one is, too. */
    boolean narrows(Needle other) {
        return folded.contains(other.folded);
    }

    /** Where it is in a text; these do not overlap. */
    public List<Range> in(String text) {
        Folded hay = Folded.of(text);
        List<Range> found = new ArrayList<>();
        for (int i = hay.indexOf(folded, 0); i >= 0; i = hay.indexOf(folded, i + folded.length())) {
            found.add(hay.original(i, i + folded.length()));
        }
        return found;
    }

    /** Where it is in a message, from top to bottom, whether that part of it shows or not. */
    public List<Place> in(MessageLines message) {
        List<Place> found = new ArrayList<>();
        for (int row = 0; row < message.lines().size(); row++) {
            for (Range range : in(message.lines().get(row).text())) {
                found.add(new Place(row, range));
            }
        }
        return found;
    }

    /**
     * Whether it can be in a message at all, told from the text as it was written: many times as
     * quick as making lines of it.
     */
    boolean canBeIn(Message message) {
        return canBeIn(message.text()) || canBeIn(message.reasoning());
    }

    private boolean canBeIn(String markdown) {
        if (markdown.contains("](") || markdown.indexOf('&') >= 0) {
            // A link may end, and a character be spelled out, in the middle of a word.
            return true;
        }
        String text = Folded.of(markdown).text();
        return hasWords(text) || hasWords(MARKUP.matcher(text).replaceAll(""));
    }

    private boolean hasWords(String text) {
        return words.stream().allMatch(text::contains);
    }

    /** How often it is in a message. */
    int count(MessageLines message) {
        int count = 0;
        for (Line line : message.lines()) {
            Folded hay = Folded.of(line.text());
            for (int i = hay.indexOf(folded, 0);
                    i >= 0;
                    i = hay.indexOf(folded, i + folded.length())) {
                count++;
            }
        }
        return count;
    }

    /**
     * A place in a message.
     *
     * @param row the line
     */
    public record Place(int row, Range range) {}
}
