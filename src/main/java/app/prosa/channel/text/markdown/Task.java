package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;

/** The box at the beginning of an item of a task list, as GitHub writes it. */
final class Task {
    private static final int LENGTH = 4;

    private Task() {}

    static boolean opens(Runs runs) {
        if (runs.all().isEmpty()) {
            return false;
        }
        Run first = runs.all().getFirst();
        boolean says = first.text().length() > LENGTH || runs.all().size() > 1;
        return says
                && first.looks().isEmpty()
                && first.role() == Run.Role.WORDS
                && (first.text().startsWith("[ ] ") || isDone(runs));
    }

    static boolean isDone(Runs runs) {
        String text = runs.all().getFirst().text();
        return text.startsWith("[x] ") || text.startsWith("[X] ");
    }

    static Runs words(Runs runs) {
        return runs.slice(LENGTH, Integer.MAX_VALUE).withoutLeadingSpace();
    }
}
