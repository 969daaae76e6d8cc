package app.prosa.desktop.chat;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Conversations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is typed and not sent, per chat: the text through restarts, attachments until the
 * program ends. On the JavaFX thread, but {@link #keep}.
 *
 * <p>A draft that is read from the store arrives after its chat is in front; what was typed until
 * then comes after it. No key is ever held up or lost on its way into the composer.
 */
final class Drafts implements AutoCloseable {
    private static final Duration QUIET = Duration.millis(300);

    private final Conversations conversations;
    private final Commands commands;
    private final ComposerViewModel composing;
    private final Map<Chat, Composition> held = new HashMap<>();
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final Subscription typing;
    private @Nullable Draft current;
    private boolean silent;

    /** What was typed last, until it is given to the store. */
    private volatile @Nullable Typed unsaved;

    /** The draft of the chat in front. */
    private static final class Draft {
        final Chat chat;

        /** What the store had; set by a command, and read by later ones. */
        volatile String stored = "";

        /** What the store had is in the composer. */
        boolean arrived;

        Draft(Chat chat) {
            this.chat = chat;
        }
    }

    /**
     * @param whole what the store had is a part of it
     */
    private record Typed(Draft draft, String text, boolean whole) {}

    Drafts(Conversations conversations, Commands commands, ComposerViewModel composing) {
        this.conversations = conversations;
        this.commands = commands;
        this.composing = composing;
        quiet.setOnFinished(e -> flush());
        typing = composing.text().subscribe((before, now) -> changed());
    }

    private void changed() {
        if (current != null && !silent) {
            unsaved = new Typed(current, composing.draft(), current.arrived);
            quiet.playFromStart();
        }
    }

    /** Another chat comes to the front; what it had arrives a little later. */
    void enter(Chat chat) {
        Draft entered = change(chat);
        commands.run(
                () -> {
                    entered.stored = conversations.draft(chat.id());
                    return entered.stored;
                },
                stored -> arrive(entered, stored));
    }

    /** The same, for a draft that is at hand and takes the place of the one in the store. */
    void enter(Chat chat, String draft) {
        boolean first = current == null;
        change(chat).arrived = true;
        if (!first) {
            composing.text().set(draft);
        }
    }

    private Draft change(Chat chat) {
        Draft next = new Draft(chat);
        if (current == null) {
            current = next;
            adoptTyped();
        } else {
            leave(current);
            current = next;
            Composition back = heldFor(chat.id());
            silently(() -> composing.put(back));
            if (!back.text().isEmpty()) {
                changed();
            }
        }
        return next;
    }

    /** What was typed before anything was open belongs to the first chat that is. */
    private void adoptTyped() {
        if (!composing.draft().isEmpty()) {
            changed();
        }
    }

    private void leave(Draft left) {
        flush();
        if (!composing.attachments().isEmpty()) {
            hold(left.chat, new Composition("", composing.attachments()));
        }
    }

    private void arrive(Draft entered, String stored) {
        if (entered == current) {
            entered.arrived = true;
            composing.prepend(stored);
        }
    }

    /**
     * Takes what is in the composer, to be sent. Until it is, the store keeps it as the draft; what
     * is typed from now on is a draft of its own.
     */
    Composition take() {
        quiet.stop();
        Composition taken = composing.composition();
        silently(() -> composing.put(Composition.EMPTY));
        unsaved = null;
        return taken;
    }

    /** What was taken in a chat was not sent. */
    void giveBack(Chat chat, Composition refused) {
        if (current != null && current.chat == chat) {
            composing.giveBack(refused);
            return;
        }
        hold(chat, new Composition("", refused.attachments()));
        commands.run(
                () -> {
                    String since = conversations.draft(chat.id());
                    conversations.saveDraft(chat.id(), Composition.join(refused.text(), since));
                    return true;
                },
                saved -> {},
                e -> hold(chat, new Composition(refused.text(), List.of())));
    }

    /** Adds to what is being written in a chat, in front or not. */
    void attach(Chat chat, List<Attachment> more) {
        if (current != null && current.chat == chat) {
            composing.attach(more);
        } else {
            hold(chat, new Composition("", more));
        }
    }

    private void hold(Chat chat, Composition composition) {
        held.merge(chat, composition, Composition::and);
    }

    private Composition heldFor(ConversationId id) {
        List<Chat> chats = held.keySet().stream().filter(c -> c.id().equals(id)).toList();
        return chats.stream().map(held::remove).reduce(Composition.EMPTY, Composition::and);
    }

    /** Saves now: before another chat is in front, and at the end. */
    void flush() {
        quiet.stop();
        save();
    }

    /**
     * The same, from any thread: while the process is being ended, that of JavaFX does nothing
     * more.
     *
     * @return done when all that was asked of the store is
     */
    CompletableFuture<Void> keep() {
        save();
        return commands.idle();
    }

    private void save() {
        Typed last = unsaved;
        unsaved = null;
        if (last != null) {
            commands.run(() -> save(last));
        }
    }

    private void save(Typed last) {
        Draft draft = last.draft();
        String text = last.text();
        conversations.saveDraft(
                draft.chat.id(), last.whole() ? text : Composition.join(draft.stored, text));
    }

    /** Saves what is unsaved, and nothing from then on. */
    @Override
    public void close() {
        typing.unsubscribe();
        flush();
    }

    private void silently(Runnable change) {
        silent = true;
        change.run();
        silent = false;
    }
}
