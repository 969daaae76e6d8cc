package app.prosa.bench.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens that say when they were sent, on the clock that all processes of a machine share ( {@link
 * System#nanoTime}). The first one of a stream says also when its question had come.
 */
public final class Stamps {
    private static final Pattern STAMP = Pattern.compile("([rs])(\\d+)(?:s(\\d+))?");

    private Stamps() {}

    static String sent() {
        return "s" + System.nanoTime();
    }

    static String received(long at) {
        return "r" + at + "s" + System.nanoTime();
    }

    /**
     * A token as it arrived.
     *
     * @param questionCame to the model, or 0 if it is not the first token
     * @param sent by the model
     */
    public record Token(long questionCame, long sent) {}

    /** The tokens in a piece of text. */
    public static List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = STAMP.matcher(text);
        while (matcher.find()) {
            boolean first = matcher.group(3) != null;
            long one = Long.parseLong(matcher.group(2));
            tokens.add(
                    first ? new Token(one, Long.parseLong(matcher.group(3))) : new Token(0, one));
        }
        return tokens;
    }
}
