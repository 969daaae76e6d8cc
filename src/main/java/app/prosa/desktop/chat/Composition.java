package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import java.util.List;

/** What the composer holds. */
record Composition(String text, List<Attachment> attachments) {
    static final Composition EMPTY = new Composition("", List.of());

    Composition {
        attachments = List.copyOf(attachments);
    }

    boolean isBlank() {
        return text.isBlank() && attachments.isEmpty();
    }
}
