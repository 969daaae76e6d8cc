package app.prosa.desktop.chat;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
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
import app.prosa.conversation.Mode;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.FxThread;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation that the page shows, or the one that will be made when its first message is
 * sent. It asks the engine and hears from it; the engine owns the conversation, so leaving the page
 * stops nothing. On the JavaFX thread.
 */
final class ChatViewModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatViewModel.class);

    private final ConversationEngine engine;
    private final Commands commands;
    private final Subscription events;
    private final ReadOnlyObjectWrapper<@Nullable Conversation> conversation =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConversationId> shownId =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ConversationOptions> options =
            new ReadOnlyObjectWrapper<>(ConversationOptions.DEFAULT);
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private Consumer<ConversationEvent> onEvent = event -> {};

    private Chat chat = Chat.begin();

    /** What was heard of the chat's conversation before it is shown. */
    private @Nullable Conversation heard;

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

    /** What the page is in: the composer's text belongs to it, whether it is shown yet or not. */
    Chat chat() {
        return chat;
    }

    /** The conversation that the page is in, or null while the chat is new. */
    ReadOnlyObjectProperty<@Nullable ConversationId> shownId() {
        return shownId.getReadOnlyProperty();
    }

    /**
     * Goes to a conversation; it is shown when it has been read.
     *
     * @param onGone when it is not there any more
     * @return whether the page was elsewhere
     */
    boolean open(ConversationId id, Runnable onGone) {
        boolean elsewhere = !chat.id().equals(id);
        if (elsewhere) {
            enter(Chat.of(id), id);
        }
        if (elsewhere || !isShown(id)) {
            read(chat, onGone);
        }
        return elsewhere;
    }

    void openNew() {
        enter(Chat.begin(), null);
        conversation.set(null);
        options.set(ConversationOptions.DEFAULT);
        writing.set(false);
    }

    private void enter(Chat next, @Nullable ConversationId id) {
        chat = next;
        heard = null;
        shownId.set(id);
    }

    private void read(Chat into, Runnable onGone) {
        heard = null;
        commands.run(
                () -> engine.conversations().find(into.id()),
                found -> {
                    if (into == chat) {
                        found.filter(c -> c.trashedAt() == null)
                                .ifPresentOrElse(c -> showUnlessStale(c, onGone), onGone);
                    }
                });
    }

    /** What was heard while it was read may be newer. */
    private void showUnlessStale(Conversation found, Runnable onGone) {
        if (heard == null) {
            options.set(found.options());
            show(found);
        } else {
            read(chat, onGone);
        }
    }

    private void show(Conversation now) {
        conversation.set(now);
        refreshWriting(now.id());
        if (now.unread() > 0) {
            markRead(now.id());
        }
    }

    /**
     * Sends into the chat that the page is in; a new one is made a conversation first, and shown if
     * the page is still in it then. Returns at once.
     *
     * @param onRefused when the message is not stored
     */
    void send(Composition composition, Consumer<RuntimeException> onRefused) {
        Chat into = chat;
        Conversation shown = isShown(into.id()) ? conversation.get() : null;
        ConversationOptions wanted = options.get();
        commands.run(
                () -> deliver(into, shown, composition, wanted),
                in -> delivered(into, in),
                onRefused);
    }

    private Conversation deliver(
            Chat into,
            @Nullable Conversation shown,
            Composition composition,
            ConversationOptions wanted) {
        ConversationId draft = into.id();
        // Says what is wrong with a message before a conversation is made for it.
        InboundMessage.typed(draft.toString(), composition.text(), composition.attachments());
        Conversation in = shown != null ? shown : find(into).orElseGet(() -> make(into, wanted));
        if (in.isOwn()) {
            engine.send(
                    InboundMessage.typed(
                            in.userId(), composition.text(), composition.attachments()));
        } else {
            engine.sayByHand(in.id(), composition.text());
        }
        forgetDraft(draft);
        return in;
    }

    private Optional<Conversation> find(Chat into) {
        return into.isStored() ? engine.conversations().find(into.id()) : Optional.empty();
    }

    private Conversation make(Chat into, ConversationOptions wanted) {
        Conversation made = engine.conversations().create(wanted);
        into.storedAs(made.id());
        return made;
    }

    private void forgetDraft(ConversationId id) {
        try {
            engine.conversations().saveDraft(id, "");
        } catch (StoreException e) {
            // The message is kept, and that is what counts.
            LOG.warn("A draft that was sent is still there: {}", e.getMessage());
        }
    }

    private void delivered(Chat into, Conversation in) {
        if (into == chat && !isShown(in.id())) {
            shownId.set(in.id());
            show(heard == null ? in : heard);
        }
    }

    void regenerate(MessageId reply) {
        commands.run(() -> engine.regenerate(reply));
    }

    void edit(
            MessageId message, String text, Runnable onSent, Consumer<RuntimeException> onRefused) {
        commands.run(() -> engine.edit(message, text), turn -> onSent.run(), onRefused);
    }

    void setMode(Mode mode) {
        Conversation shown = conversation.get();
        if (shown != null) {
            commands.run(() -> engine.setMode(shown.id(), mode));
        }
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
        Chat into = chat;
        if (shown != null) {
            commands.run(() -> engine.conversations().setOptions(shown.id(), changed));
        } else if (into.isBegunHere()) {
            // Its first message may be on its way.
            commands.run(() -> engine.conversations().setOptions(into.id(), changed));
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
        if (event instanceof ConversationChanged(Conversation changed)
                && changed.id().equals(chat.id())
                && !isShown(changed.id())) {
            heard = changed;
        }
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
            case DeliveryChanged d -> {}
            case CorrespondentChanged c -> {}
        }
    }

    private boolean isShown(ConversationId id) {
        Conversation shown = conversation.get();
        return shown != null && shown.id().equals(id);
    }

    private void changed(Conversation changed) {
        options.set(changed.options());
        show(changed);
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
