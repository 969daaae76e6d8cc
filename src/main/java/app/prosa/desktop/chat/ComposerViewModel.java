package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Message;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is being written: a new message, or an old one again. */
final class ComposerViewModel {
    /** A paste of more than this becomes an attachment, if the operator likes it so. */
    static final int LARGE_PASTE = 8_000;

    /**
     * A paste of more than this becomes one in any case: a text field with it would no longer keep
     * up with typing.
     */
    static final int HUGE_PASTE = 100_000;

    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Attachment> attachments = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Message> editing = new ReadOnlyObjectWrapper<>();
    private String setAside = "";

    StringProperty text() {
        return text;
    }

    ObservableList<Attachment> attachments() {
        return attachments;
    }

    /** The message that is being edited, or null. */
    ReadOnlyObjectProperty<@Nullable Message> editing() {
        return editing.getReadOnlyProperty();
    }

    boolean isEditing() {
        return editing.get() != null;
    }

    BooleanBinding blank() {
        return Bindings.createBooleanBinding(() -> composition().isBlank(), text, attachments);
    }

    Composition composition() {
        return new Composition(text.get(), attachments);
    }

    /**
     * Puts a message into the composer to be sent again; what was there before comes back
     * afterwards.
     */
    void edit(Message message) {
        if (editing.get() == null) {
            setAside = text.get();
        }
        editing.set(message);
        text.set(message.text());
    }

    void endEdit() {
        if (editing.get() != null) {
            editing.set(null);
            text.set(setAside);
            setAside = "";
        }
    }

    /** What is to be kept as a draft: while a message is edited, what was there before. */
    String draft() {
        return editing.get() == null ? text.get() : setAside;
    }

    /** Takes what is there and leaves the composer empty. */
    Composition take() {
        Composition taken = composition();
        put(Composition.EMPTY);
        return taken;
    }

    /** Replaces what is there; a message that was being edited is not edited any more. */
    void put(Composition composition) {
        editing.set(null);
        setAside = "";
        text.set(composition.text());
        attachments.setAll(composition.attachments());
    }

    /** Brings back what could not be sent, before what was typed in the meantime. */
    void giveBack(Composition refused) {
        prepend(refused.text());
        attachments.addAll(0, refused.attachments());
    }

    /** Puts an earlier draft before what was typed since. */
    void prepend(String earlier) {
        if (editing.get() == null) {
            text.set(Composition.join(earlier, text.get()));
        } else {
            setAside = Composition.join(earlier, setAside);
        }
    }

    void quote(String quoted) {
        StringBuilder marked = new StringBuilder(text.get());
        if (!marked.isEmpty() && marked.charAt(marked.length() - 1) != '\n') {
            marked.append('\n');
        }
        quoted.lines().forEach(line -> marked.append("> ").append(line).append('\n'));
        text.set(marked.append('\n').toString());
    }

    /**
     * Whether pasted text becomes an attachment.
     *
     * @param wanted as the settings say
     */
    static boolean isAttachment(String pasted, boolean wanted) {
        return pasted.length() > HUGE_PASTE || (wanted && pasted.length() > LARGE_PASTE);
    }

    void attach(List<Attachment> more) {
        attachments.addAll(more);
    }
}
