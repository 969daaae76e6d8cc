package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.transcript.layout.Selection;
import app.prosa.desktop.transcript.lines.MessageLines;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts text into the clipboard. A large selection is read and put together in the background. */
final class Copying {
    private static final int AT_ONCE = 200;

    private final Slots slots;
    private final Executor background;

    Copying(Slots slots, Executor background) {
        this.slots = slots;
        this.background = background;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Hands over the selected text, soon, on the JavaFX thread. */
    void text(Selection selection, Consumer<String> receiver) {
        int from = selection.start().slot();
        int before = Math.min(selection.end().slot() + 1, slots.slots());
        PlainText text = new PlainText(selection, reasoningShows());
        for (int position = from; position < before; position++) {
            Slot slot = slots.isReady(position) ? slots.slot(position) : null;
            MessageLines lines = slot == null ? null : slot.lines();
            if (lines == null) {
                read(selection, from, before, receiver);
                return;
            }
            text.add(position, lines);
        }
        receiver.accept(text.toString());
    }

    private Predicate<Message> reasoningShows() {
        Set<MessageId> open = slots.withOpenReasoning();
        return message -> open.contains(message.id());
    }

    private void read(Selection selection, int from, int before, Consumer<String> receiver) {
        PlainText text = new PlainText(selection, reasoningShows());
        TranscriptSource source = slots.source();
        background.execute(() -> {
            for (int at = from; at < before; at += AT_ONCE) {
                List<Message> page = source.read(at, Math.min(before, at + AT_ONCE));
                page.forEach(m -> text.add(m.position(), MessageLines.of(m)));
            }
            FxThread.run(() -> receiver.accept(text.toString()));
        });
    }
}
