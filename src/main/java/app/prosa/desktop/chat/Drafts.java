package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Keeps what is typed and not sent, per conversation: the text through restarts, attachments until
 * the program ends. On the JavaFX thread.
 */
final class Drafts {
    /** Stands for the chat that is not stored yet. */
    static final ConversationId NEW_CHAT = new ConversationId(new UUID(0, 0));

    private static final Duration QUIET = Duration.millis(300);

    private final Conversations conversations;
    private final Commands commands;
    private final Map<ConversationId, String> unsaved = new HashMap<>();
    private final Map<ConversationId, List<Attachment>> attachments = new HashMap<>();
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private ConversationId current = NEW_CHAT;
    private boolean switching;

    Drafts(Conversations conversations, Commands commands) {
        this.conversations = conversations;
        this.commands = commands;
        quiet.setOnFinished(e -> flush());
    }

    /** The composer's text changed. */
    void changed(ComposerViewModel composing) {
        if (!switching) {
            unsaved.put(current, composing.draft());
            quiet.playFromStart();
        }
    }

    /** The composer is about to hold another conversation's draft. */
    void leave(ComposerViewModel composing) {
        flush();
        attachments.put(current, List.copyOf(composing.attachments()));
    }

    /**
     * Puts the conversation's draft into the composer; its text arrives a little later unless
     * something is typed first.
     */
    void enter(ConversationId id, ComposerViewModel composing) {
        current = id;
        List<Attachment> held = attachments.remove(id);
        put(composing, new Composition("", held == null ? List.of() : held));
        commands.run(
                () -> conversations.draft(id),
                text -> {
                    if (id.equals(current) && composing.draft().isEmpty() && !text.isEmpty()) {
                        put(composing, new Composition(text, composing.attachments()));
                    }
                });
    }

    private void put(ComposerViewModel composing, Composition composition) {
        switching = true;
        composing.put(composition);
        switching = false;
    }

    /**
     * The composer's message was sent; what has been typed since belongs to the conversation that
     * it went into.
     */
    void sent(ConversationId in, ComposerViewModel composing) {
        if (current.equals(NEW_CHAT)) {
            unsaved.remove(NEW_CHAT);
            save(NEW_CHAT, "");
            current = in;
        }
        if (current.equals(in)) {
            unsaved.remove(in);
            save(in, composing.draft());
        }
    }

    /** Saves now: before another conversation is shown, and at the end. */
    void flush() {
        quiet.stop();
        Map<ConversationId, String> texts = Map.copyOf(unsaved);
        unsaved.clear();
        texts.forEach(this::save);
    }

    private void save(ConversationId id, String text) {
        commands.run(() -> conversations.saveDraft(id, text));
    }
}
