package app.prosa.channel.media;

import app.prosa.channel.Media;
import app.prosa.conversation.InboundMessage;
import java.util.Locale;
import java.util.Objects;

/** What a message's text says once it is known what came with it. */
public record Unpacking(Luggage luggage, Marks marks) {

    /** Somebody can take it in. */
    public String opened(String text) {
        return replaced(text, plain());
    }

    /** Nobody can, unless it says enough by itself. */
    public String unopened(String text) {
        return luggage.saysEnough() ? text : replaced(text, marks.unopened(plain()));
    }

    /** It was written down. */
    public String spoken(String text, String said) {
        return replaced(text, Marks.spoken(plain(), shortened(said)));
    }

    private String plain() {
        return luggage.mark(marks);
    }

    /** Once more is harmless: what could not be opened at first may be opened later. */
    private String replaced(String text, String by) {
        String unopened = marks.unopened(plain());
        for (String mark : new String[] {unopened, plain()}) {
            int at = text.indexOf(mark);
            if (at >= 0) {
                return text.substring(0, at) + by + text.substring(at + mark.length());
            }
        }
        return text.isEmpty() ? by : text + "\n" + by; // it was too long for its marks
    }

    private static String shortened(String said) {
        String clean = said.replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}]", "").strip();
        int most = InboundMessage.MAX_CHANNEL_TEXT;
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most));
    }

    /** Platforms give photos no name. */
    public String name(FileType type) {
        String given = luggage.file().name().strip();
        Media.Kind kind = Objects.requireNonNullElse(luggage.kind(), Media.Kind.DOCUMENT);
        if (!given.isEmpty() && kind != Media.Kind.STICKER) {
            return given;
        }
        String word = kind.name().toLowerCase(Locale.ROOT);
        return type.end().isEmpty() ? word : word + "." + type.end();
    }
}
