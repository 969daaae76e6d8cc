package app.prosa.channel.text.lines;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The block of code that a line belongs to.
 *
 * @param id tells it from its neighbours, from 1; 0 is none
 * @param language in lower case, or empty
 */
public record Fence(int id, String language) {
    public static final Fence NONE = new Fence(0, "");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_+#.-]{1,32}");

    /**
     * @param info what follows the fence; its first word is the language
     */
    public static Fence of(int id, String info) {
        int space = info.indexOf(' ');
        String word = space < 0 ? info : info.substring(0, space);
        boolean known = LANGUAGE.matcher(word).matches();
        return new Fence(id, known ? word.toLowerCase(Locale.ROOT) : "");
    }

    public boolean isCode() {
        return id != 0;
    }
}
