package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import java.util.List;
import java.util.stream.Stream;

/** What the composer holds. */
record Composition(String text, List<Attachment> attachments) {
    static final Composition EMPTY = new Composition("", List.of());

    Composition {
        attachments = List.copyOf(attachments);
    }

    /** This and then the other. */
    Composition and(Composition other) {
        return new Composition(
                join(text, other.text()),
                Stream.concat(attachments.stream(), other.attachments().stream()).toList());
    }

    /** Two texts, one after the other, each on lines of its own. */
    static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
    }

    boolean isBlank() {
        return text.isBlank() && attachments.isEmpty();
    }
}
