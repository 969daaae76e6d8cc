package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.Excerpt;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's row while a transaction holds it: read with its lock, changed here, written back
 * whole by {@link ConversationRows#save}.
 */
final class ConversationRow {
    final long number;
    final ConversationId id;
    final ChannelKind channel;
    final String userId;
    final Instant createdAt;
    String title = "";
    boolean titledByHand;
    boolean pinned;
    Mode mode = Mode.AUTO;
    ConversationOptions options = ConversationOptions.DEFAULT;
    Instant updatedAt;
    int size;
    String preview = "";
    int unread;
    @Nullable Instant trashedAt;

    /** The last message of the path shown. */
    @Nullable MessageId tail;

    /** How often another path was shown; each time gets its number from here. */
    int switches;

    /** How many messages were ever stored; each gets its number from here. */
    int stored;

    /** How many of the replies are being written. */
    int unfinished;

    ConversationRow(
            long number, ConversationId id, ChannelKind channel, String userId, Instant createdAt) {
        this.number = number;
        this.id = id;
        this.channel = channel;
        this.userId = userId;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** The same, to be changed apart from this one. */
    ConversationRow copy() {
        ConversationRow copy = new ConversationRow(number, id, channel, userId, createdAt);
        copy.title = title;
        copy.titledByHand = titledByHand;
        copy.pinned = pinned;
        copy.mode = mode;
        copy.options = options;
        copy.updatedAt = updatedAt;
        copy.size = size;
        copy.preview = preview;
        copy.unread = unread;
        copy.trashedAt = trashedAt;
        copy.tail = tail;
        copy.switches = switches;
        copy.stored = stored;
        copy.unfinished = unfinished;
        return copy;
    }

    Conversation conversation() {
        return new Conversation(
                id,
                channel,
                userId,
                title,
                titledByHand,
                pinned,
                mode,
                options,
                createdAt,
                updatedAt,
                size,
                preview,
                unread,
                trashedAt);
    }

    boolean isOwn() {
        return channel == ChannelKind.DESKTOP;
    }

    /** Another path ends here. */
    void endAt(int position, @Nullable MessageId last) {
        size = position + 1;
        tail = last;
    }

    /** A new message at the end of the path shown; it has yet to be stored. */
    Message append(
            Author author,
            String text,
            List<AttachmentInfo> attachments,
            int version,
            Instant now) {
        Message message = next(author, text, MessageState.COMPLETE, attachments, version, now);
        if (author == Author.USER) {
            titleFrom(message);
        }
        return append(message);
    }

    /** An empty reply at the end of the path shown; it has yet to be stored. */
    Message appendReply(int version, Instant now) {
        unfinished++;
        return append(next(Author.ASSISTANT, "", MessageState.STREAMING, List.of(), version, now));
    }

    /** The id of the next message to be stored. */
    MessageId nextId() {
        return Numbers.id(id, Numbers.of(number, stored++));
    }

    private Message append(Message message) {
        endAt(message.position(), message.id());
        updatedAt = message.createdAt();
        show(message);
        return message;
    }

    private Message next(
            Author author,
            String text,
            MessageState state,
            List<AttachmentInfo> attachments,
            int version,
            Instant now) {
        return new Message(
                nextId(),
                id,
                size,
                tail,
                author,
                text,
                "",
                state,
                null,
                null,
                now,
                version,
                version,
                false,
                false,
                attachments);
    }

    /** Lets the list show this message, if it says anything. */
    void show(Message message) {
        String words = words(message);
        if (!words.isBlank()) {
            preview = Excerpt.preview(words);
        }
    }

    /** A conversation by a channel is called after the person, unless somebody named it. */
    void titleWith(String name) {
        String called = Excerpt.title(name);
        if (!called.isEmpty() && !titledByHand) {
            title = called;
        }
    }

    private void titleFrom(Message message) {
        if (title.isEmpty() && !titledByHand) {
            title = Excerpt.title(words(message));
        }
    }

    /** A message without text is called after what came with it. */
    private static String words(Message message) {
        return message.text().isBlank() && !message.attachments().isEmpty()
                ? message.attachments().getFirst().name()
                : message.text();
    }
}
