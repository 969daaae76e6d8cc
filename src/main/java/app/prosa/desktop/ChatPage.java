package app.prosa.desktop;

import app.prosa.conversation.ConversationId;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that is open: header, transcript, composer, and the inspector beside it. It is
 * made before the store is open, so that the composer takes keys from the first moment; what the
 * reader asks for until then (such as sending) waits for {@link #connect}.
 */
public interface ChatPage extends Page {
    /** What the pane at the right shows; asked for when that is first opened. */
    Node inspector();

    /** Called once, when the store is open. */
    void connect(Services services);

    /** If it is gone, {@link Navigation#newChat}. May come before {@link #connect}. */
    void open(ConversationId id);

    /**
     * An empty chat, made in the store when its first message is sent. May come before {@link
     * #connect}.
     *
     * @param text what already stands in the composer, or empty
     */
    void openNew(String text);

    /** The conversation shown, or null for a new one. */
    ObservableValue<@Nullable ConversationId> conversation();

    /** What stands in the composer. */
    String unsent();

    void focusComposer();

    /** How high the composer is, in pixels: what comes up in passing does not cover it. */
    ReadOnlyDoubleProperty foot();

    /** Keeps the draft; done when it is stored. */
    CompletableFuture<Void> flush();

    /**
     * Keeps what was typed last; done when it is stored. From any thread, and without that of
     * JavaFX, which a dying process may not have any more.
     */
    CompletableFuture<Void> keep();
}
