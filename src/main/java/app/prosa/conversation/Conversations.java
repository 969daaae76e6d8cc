package app.prosa.conversation;

import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of the engine that needs no model: the browser's list, the messages of a conversation,
 * trash, pins, drafts. What changes is told to the engine's subscribers. Calls go to the database,
 * as the engine's do.
 */
public final class Conversations {
    private final ConversationStore store;
    private final Events events;
    private final Clock clock;
    private final Consumer<ConversationId> stop;

    Conversations(
            ConversationStore store, Events events, Clock clock, Consumer<ConversationId> stop) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.stop = stop;
    }

    public Conversation create(ConversationOptions options) {
        Conversation created = store.create(options, clock.instant());
        events.publish(new ConversationChanged(created));
        return created;
    }

    public Optional<Conversation> find(ConversationId id) {
        return store.find(id);
    }

    /** See {@link ConversationStore#page}. */
    public List<Conversation> page(Query query, @Nullable Place after, int limit) {
        return store.page(query, after, limit);
    }

    /** See {@link ConversationStore#places}. */
    public List<Place> places(Query query, @Nullable Place after, int limit) {
        return store.places(query, after, limit);
    }

    /** A blank title lets the next message give one. */
    public void rename(ConversationId id, String title) {
        String clean = CleanText.of(title, false).strip().replaceAll("\\s+", " ");
        changed(store.rename(id, clean, !clean.isEmpty()));
    }

    public void pin(ConversationId id, boolean pinned) {
        changed(store.pin(id, pinned));
    }

    public void setOptions(ConversationId id, ConversationOptions options) {
        changed(store.setOptions(id, options));
    }

    /** See {@link ConversationEngine#setMode}. */
    boolean setMode(ConversationId id, Mode mode) {
        Optional<Conversation> now = store.setMode(id, mode);
        changed(now);
        return now.isPresent();
    }

    /** See {@link ConversationEngine#sayByHand}. */
    Optional<Message> sayByHand(Conversation to, String text) {
        Optional<Message> said = append(to, text);
        said.ifPresent(message -> {
            changed(store.find(to.id()));
            events.publish(new MessageAdded(message));
        });
        return said;
    }

    private Optional<Message> append(Conversation to, String text) {
        String typed = CleanText.of(text, false);
        String clean = new InboundMessage(to.channel(), to.userId(), typed, null, List.of()).text();
        if (!to.isOwn()) {
            store.setMode(to.id(), Mode.HUMAN);
        }
        return store.append(to.id(), Author.OPERATOR, clean, clock.instant());
    }

    public void markRead(ConversationId id) {
        changed(store.markRead(id));
    }

    /**
     * Puts into the trash, where they stay for {@link ConversationStore#TRASH_KEPT}; their turns
     * are stopped.
     */
    public void trash(Collection<ConversationId> ids) {
        ids.forEach(stop);
        store.trash(ids, clock.instant());
        events.publish(new ConversationsRemoved(ids));
    }

    public void restore(Collection<ConversationId> ids) {
        store.restore(ids).forEach(c -> events.publish(new ConversationChanged(c)));
    }

    /** Erases for good what has been in the trash for {@link ConversationStore#TRASH_KEPT}. */
    public void purgeOldTrash() {
        removed(store.purge(clock.instant().minus(ConversationStore.TRASH_KEPT)));
    }

    /** Erases for good all that is in the trash. */
    public void emptyTrash() {
        removed(store.purge(clock.instant().plusMillis(1)));
    }

    public String draft(ConversationId id) {
        return store.draft(id);
    }

    public void saveDraft(ConversationId id, String text) {
        store.saveDraft(id, CleanText.of(text, false));
    }

    public Optional<Message> message(MessageId id) {
        return store.message(id);
    }

    /** See {@link ConversationStore#path}. */
    public List<Message> path(ConversationId id, int from, int before) {
        return store.path(id, from, before);
    }

    /** See {@link ConversationStore#versions}. */
    public List<Message> versions(MessageId id) {
        return store.versions(id);
    }

    /** Shows the path through this version of a message. Only what is shown changes. */
    public void show(MessageId id) {
        store.message(id)
                .ifPresent(
                        message -> store.show(id).ifPresent(c -> events.publish(path(message, c))));
    }

    private static PathChanged path(Message message, Conversation conversation) {
        return new PathChanged(conversation.id(), message.position(), conversation.size());
    }

    public void pinMessage(MessageId id, boolean pinned) {
        messageChanged(store.pinMessage(id, pinned));
    }

    /** Takes a message out of the conversation, or brings it back. */
    public void deleteMessage(MessageId id, boolean deleted) {
        messageChanged(store.deleteMessage(id, deleted));
    }

    /** Copies the path up to and including this message into a new own chat. */
    public Optional<Conversation> fork(MessageId upTo) {
        Optional<Conversation> fork = store.fork(upTo, clock.instant());
        changed(fork);
        return fork;
    }

    public List<Attachment> attachments(MessageId id) {
        return store.attachments(id);
    }

    public Counts counts() {
        return store.counts();
    }

    /** The conversation of a channel's user, trashed ones too. */
    public Optional<Conversation> find(ChannelKind channel, String userId) {
        return store.find(channel, userId);
    }

    private void changed(Optional<Conversation> conversation) {
        conversation.ifPresent(c -> events.publish(new ConversationChanged(c)));
    }

    private void messageChanged(Optional<Message> message) {
        message.ifPresent(m -> events.publish(new MessageChanged(m)));
    }

    private void removed(List<ConversationId> ids) {
        if (!ids.isEmpty()) {
            events.publish(new ConversationsRemoved(ids));
        }
    }

    /** See {@link ConversationEngine#erase}. */
    void erase(ConversationId id) {
        removed(store.erase(id).map(Conversation::id).stream().toList());
    }
}
