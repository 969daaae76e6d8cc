package app.prosa.channel.text;

import app.prosa.channel.text.lines.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** Texts without what the split may change: spaces, marks of quotes, bullets, the unseen. */
final class Squeezed {
    private Squeezed() {}

    static String of(String text) {
        return text.codePoints()
                .filter(c -> c != '>' && !VisibleText.isBlank(Character.toString(c)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    static String of(List<String> texts) {
        return of(String.join("", texts));
    }
}
