package app.prosa.channel.inbound;

import app.prosa.channel.Inbound;
import app.prosa.channel.media.Marks;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Arrived;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody changed about what they wrote.
 *
 * @param arrived what there was of it
 * @param letter what it would be if it were new
 */
record Edits(Inbound.Message edited, Marks marks, Arrived arrived, Letters.Letter letter) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile(".*\\p{N}.*");

    /** A word more or less is a slip of the thumb. */
    private static final int SOMETHING = 2;

    /**
     * Whether somebody who had an answer already would want another one: two words more than
     * before, or a number that was not there.
     */
    boolean addSomething() {
        List<String> was = words(before().text());
        List<String> is = words(text());
        Set<String> fresh = new HashSet<>(is);
        was.forEach(fresh::remove);
        boolean more = is.size() >= was.size() + SOMETHING && fresh.size() >= SOMETHING;
        return more || fresh.stream().anyMatch(word -> NUMBER.matcher(word).matches());
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Message before() {
        return arrived.received().message();
    }

    /**
     * The new text, with what the old one already told of the files: they were not sent once more,
     * and what was spoken is written down only once.
     */
    String text() {
        String before = before().text();
        String now = letter.message().text();
        int then = start(before);
        int fresh = start(now);
        return then < 0 || fresh < 0 ? now : now.substring(0, fresh) + before.substring(then);
    }

    /** Where what is told of the files begins; below 0 where nothing is. */
    private int start(String text) {
        OptionalInt first =
                edited.media().stream()
                        .map(media -> open(marks.of(media)))
                        .mapToInt(text::indexOf)
                        .filter(at -> at >= 0)
                        .min();
        return first.orElse(-1);
    }

    /** A mark without its end: behind it may stand that it could not be opened. */
    private static String open(String mark) {
        return mark.substring(0, mark.length() - 1);
    }

    /**
     * The same as a message of its own.
     *
     * @param mark before the text
     */
    Inbound.Message anew(String mark) {
        return new Inbound.Message(
                edited.externalId() + "/edit-" + Integer.toHexString(edited.text().hashCode()),
                edited.chat(),
                edited.sender(),
                mark + edited.text(),
                List.of(),
                edited.replyTo(),
                edited.sentAt(),
                edited.addressed());
    }
}
