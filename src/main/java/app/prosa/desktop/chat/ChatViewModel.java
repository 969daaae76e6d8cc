package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.ConversationEvent.StoreTroubled;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.FxThread;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that the page shows, or the one that will be made when its first message is
 * sent. It asks the engine and hears from it; the engine owns the conversation, so leaving the page
 * stops nothing. On the JavaFX thread.
 */
final class ChatViewModel implements AutoCloseable {
    private final ConversationEngine engine;
    private final Commands commands;
    private final Subscription events;
    private final ReadOnlyObjectWrapper<@Nullable Conversation> conversation =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ConversationOptions> options =
            new ReadOnlyObjectWrapper<>(ConversationOptions.DEFAULT);
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private Consumer<ConversationEvent> onEvent = event -> {};

    /** Counts the openings, so that an answer to an earlier one is dropped. */
    private int opening;

    ChatViewModel(ConversationEngine engine, Commands commands) {
        this.engine = engine;
        this.commands = commands;
        this.events = engine.subscribe(this::heard);
    }

    /** Null while the chat is new: nothing is stored before its first message. */
    ReadOnlyObjectProperty<@Nullable Conversation> conversation() {
        return conversation.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ConversationOptions> options() {
        return options.getReadOnlyProperty();
    }

    /** Whether a reply of the conversation is being written. */
    ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    /** Told each event of the conversation shown but deltas, on the JavaFX thread. */
    void setOnEvent(Consumer<ConversationEvent> listener) {
        onEvent = listener;
    }

    /**
     * @param onGone when it is not there any more
     */
    void open(ConversationId id, Runnable onGone) {
        int mine = ++opening;
        commands.run(
                () -> engine.conversations().find(id),
                found -> {
                    if (mine != opening) {
                        return;
                    }
                    found.filter(c -> c.trashedAt() == null).ifPresentOrElse(this::show, onGone);
                });
    }

    void openNew() {
        opening++;
        conversation.set(null);
        options.set(ConversationOptions.DEFAULT);
        writing.set(false);
    }

    private void show(Conversation found) {
        options.set(found.options());
        conversation.set(found);
        refreshWriting(found.id());
        if (found.unread() > 0) {
            markRead(found.id());
        }
    }

    /**
     * Sends; a new chat is made first. Returns at once.
     *
     * @param onSent when the message is stored for good
     * @param onRefused when it is not; nothing has happened then
     */
    void send(
            Composition composition,
            Consumer<ConversationId> onSent,
            Consumer<RuntimeException> onRefused) {
        Conversation shown = conversation.get();
        ConversationOptions wanted = options.get();
        int mine = opening;
        commands.run(
                () -> {
                    Conversation in = shown != null ? shown : engine.conversations().create(wanted);
                    engine.send(
                            InboundMessage.typed(
                                    in.userId(), composition.text(), composition.attachments()));
                    return in;
                },
                in -> {
                    if (mine == opening && conversation.get() == null) {
                        open(in.id(), () -> {});
                    }
                    onSent.accept(in.id());
                },
                onRefused);
    }

    void regenerate(MessageId reply) {
        commands.run(() -> engine.regenerate(reply));
    }

    void edit(
            MessageId message, String text, Runnable onSent, Consumer<RuntimeException> onRefused) {
        commands.run(() -> engine.edit(message, text), turn -> onSent.run(), onRefused);
    }

    /** Not a command among others: it must not wait for them. */
    void stop() {
        Conversation shown = conversation.get();
        if (shown != null) {
            engine.turns(shown.id()).forEach(turn -> turn.stop());
        }
    }

    void setOptions(UnaryOperator<ConversationOptions> change) {
        ConversationOptions changed = change.apply(options.get());
        options.set(changed);
        Conversation shown = conversation.get();
        if (shown != null) {
            commands.run(() -> engine.conversations().setOptions(shown.id(), changed));
        }
    }

    void setModel(@Nullable ModelRef model) {
        setOptions(o -> o.withModel(model));
    }

    void rename(String title) {
        withShown(id -> engine.conversations().rename(id, title));
    }

    void pin(boolean pinned) {
        withShown(id -> engine.conversations().pin(id, pinned));
    }

    private void withShown(Consumer<ConversationId> command) {
        Conversation shown = conversation.get();
        if (shown != null) {
            commands.run(() -> command.accept(shown.id()));
        }
    }

    private void markRead(ConversationId id) {
        commands.run(() -> engine.conversations().markRead(id));
    }

    private void heard(ConversationEvent event) {
        if (!(event instanceof ReplyDelta)) {
            FxThread.run(() -> apply(event));
        }
    }

    private void apply(ConversationEvent event) {
        Conversation shown = conversation.get();
        if (shown == null) {
            return;
        }
        switch (event) {
            case ConversationChanged(Conversation changed) when changed.id().equals(shown.id()) ->
                    changed(changed);
            case ConversationsRemoved(var ids) when ids.contains(shown.id()) ->
                    onEvent.accept(event);
            case MessageAdded(Message message) when isShown(message.conversationId()) ->
                    passOn(event, shown.id());
            case MessageChanged(Message message) when isShown(message.conversationId()) ->
                    passOn(event, shown.id());
            case PathChanged path when isShown(path.conversationId()) -> passOn(event, shown.id());
            case StoreTroubled trouble when isShown(trouble.conversationId()) ->
                    onEvent.accept(event);
            case ConversationChanged c -> {}
            case ConversationsRemoved r -> {}
            case MessageAdded a -> {}
            case MessageChanged c -> {}
            case PathChanged p -> {}
            case ReplyDelta d -> {}
            case StoreTroubled t -> {}
        }
    }

    private boolean isShown(ConversationId id) {
        Conversation shown = conversation.get();
        return shown != null && shown.id().equals(id);
    }

    private void changed(Conversation changed) {
        options.set(changed.options());
        conversation.set(changed);
        refreshWriting(changed.id());
        if (changed.unread() > 0) {
            markRead(changed.id());
        }
    }

    private void passOn(ConversationEvent event, ConversationId shown) {
        refreshWriting(shown);
        onEvent.accept(event);
    }

    private void refreshWriting(ConversationId id) {
        writing.set(engine.turns(id).stream().anyMatch(turn -> !turn.isOver()));
    }

    @Override
    public void close() {
        events.close();
    }
}
