package app.prosa.channel.text.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a line. Positions are in UTF-16 units of all of it, targets included. */
public record Runs(List<Run> all) {
    public static final Runs EMPTY = new Runs(List.of());

    public static Runs words(String text) {
        return text.isEmpty() ? EMPTY : new Runs(List.of(Run.words(text)));
    }

    public String text() {
        return all.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The beginning of the text, with at least so many units if there are as many. */
    public String beginning(int units) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size() && text.length() < units; i++) {
            String more = all.get(i).text();
            text.append(more, 0, Math.min(more.length(), units + 1));
        }
        return text.toString();
    }

    public boolean longerThan(int units) {
        int length = 0;
        for (int i = 0; i < all.size() && length <= units; i++) {
            length += all.get(i).text().length();
        }
        return length > units;
    }

    /** The part from one position to before another. */
    public Runs slice(int from, int to) {
        List<Run> part = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < all.size() && start < to; i++) {
            Run run = all.get(i);
            int end = start + run.text().length();
            if (end > from) {
                part.add(run.within(from - start, to - start));
            }
            start = end;
        }
        return new Runs(List.copyOf(part));
    }

    public Runs stripped() {
        String text = text();
        int start = text.length() - text.stripLeading().length();
        int end = text.stripTrailing().length();
        return start == 0 && end == text.length() ? this : slice(start, end);
    }

    public Runs withoutLeadingSpace() {
        int spaces = 0;
        for (Run run : all) {
            int stripped = run.text().length() - run.text().stripLeading().length();
            spaces += stripped;
            if (stripped < run.text().length()) {
                return spaces == 0 ? this : slice(spaces, Integer.MAX_VALUE);
            }
        }
        return EMPTY;
    }

    public boolean endsWith(char end) {
        return !all.isEmpty() && all.getLast().text().endsWith(String.valueOf(end));
    }

    public boolean isBlank() {
        return all.stream().allMatch(run -> VisibleText.isBlank(run.text()));
    }

    /** Whether it may be cut here without taking an address apart or away from its words. */
    public boolean mayCut(int position) {
        int start = 0;
        for (int i = 0; i < all.size() && start <= position; i++) {
            Run run = all.get(i);
            int end = start + run.text().length();
            boolean within = position > start && position < end;
            boolean whole = run.role() != Run.Role.WORDS;
            boolean before = position == start && run.role() == Run.Role.TARGET;
            if (before || (within && whole)) {
                return false;
            }
            start = end;
        }
        return true;
    }

    /** Puts one together; neighbours that look alike become one run. */
    public static final class Builder {
        private final List<Run> all = new ArrayList<>();

        /** What follows the runs above: words that look the same so far. */
        private final StringBuilder words = new StringBuilder();

        private List<Look> looks = List.of();

        public Builder words(String more, List<Look> theirLooks) {
            if (!looks.equals(theirLooks)) {
                end();
                looks = theirLooks;
            }
            words.append(more);
            return this;
        }

        public Builder add(Run run) {
            if (run.role() == Run.Role.WORDS) {
                return words(run.text(), run.looks());
            }
            end();
            all.add(run);
            return this;
        }

        public Builder add(Runs runs) {
            runs.all().forEach(this::add);
            return this;
        }

        public Runs build() {
            end();
            return new Runs(List.copyOf(all));
        }

        private void end() {
            if (!words.isEmpty()) {
                all.add(new Run(words.toString(), looks, Run.Role.WORDS));
                words.setLength(0);
            }
        }
    }
}
