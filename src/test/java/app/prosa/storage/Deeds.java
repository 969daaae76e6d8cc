package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Whatever one can do to a store, at random. What it says must be what is read right after. */
final class Deeds {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private static final List<MessageState> ENDS =
            List.of(
                    MessageState.COMPLETE,
                    MessageState.COMPLETE,
                    MessageState.STOPPED,
                    MessageState.INTERRUPTED,
                    MessageState.FAILED);

    private final ConversationStore store;
    private final Random random;
    private final String who;
    private final boolean alone;
    private final List<ConversationId> chats = new ArrayList<>();
    private final List<ConversationId> own = new ArrayList<>();
    private final List<MessageId> messages = new ArrayList<>();
    private final List<MessageId> open = new ArrayList<>();
    private final Map<String, Message> named = new HashMap<>();
    private int done;

    /**
     * @param who is part of the names that messages get
     * @param alone nobody else changes anything
     */
    Deeds(ConversationStore store, long seed, String who, boolean alone) {
        this.store = store;
        this.random = new Random(seed);
        this.who = who;
        this.alone = alone;
        chat(store.create(ConversationOptions.DEFAULT, now()));
    }

    void some(int count) {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    private void one() {
        done++;
        switch (random.nextInt(34)) {
            case 0, 1, 2, 3, 4, 5 -> receive(name());
            case 6, 7 -> receive(null);
            case 8 -> again();
            case 9, 10, 11, 12, 13 -> finish();
            case 14, 15 -> checkpoint();
            case 16 -> chat(store.create(ConversationOptions.DEFAULT, now()));
            case 17 -> typed();
            case 18, 19, 20, 21, 22, 23, 24, 25 -> change(any(chats));
            default -> {
                if (!messages.isEmpty()) {
                    change(any(chats), any(messages));
                }
            }
        }
    }

    private void change(ConversationId chat) {
        switch (random.nextInt(9)) {
            case 0 -> same(store.rename(chat, "title " + done, random.nextBoolean()));
            case 1 -> same(store.pin(chat, random.nextBoolean()));
            case 2 -> same(store.setMode(chat, random.nextInt(4) > 0 ? Mode.AUTO : Mode.HUMAN));
            case 3 -> same(store.markRead(chat));
            case 4 -> store.trash(List.of(chat, any(chats)), now());
            case 5 -> store.restore(List.of(chat)).forEach(c -> same(Optional.of(c)));
            case 6 -> said(store.append(chat, Author.OPERATOR, "by hand " + done, now()));
            case 7 -> store.openReply(chat, now()).ifPresent(this::opened);
            default -> draft(chat);
        }
    }

    private void change(ConversationId chat, MessageId message) {
        switch (random.nextInt(8)) {
            case 0 -> store.openVersion(message, now()).ifPresent(this::opened);
            case 1 -> store.edit(message, "edited " + done, now()).ifPresent(this::received);
            case 2 -> same(store.show(message));
            case 3 -> said(store.pinMessage(message, random.nextBoolean()));
            case 4 -> said(store.deleteMessage(message, random.nextBoolean()));
            case 5 -> store.fork(message, now()).ifPresent(this::chat);
            case 6 -> end(chat);
            default -> store.context(message, 1 + random.nextInt(12));
        }
    }

    private void end(ConversationId chat) {
        if (random.nextInt(3) == 0) {
            store.purge(NOON.plusSeconds(done - 5)).forEach(this::gone);
        } else if (random.nextInt(6) == 0 && alone) {
            store.interruptUnfinished();
        } else {
            store.erase(chat);
            gone(chat);
        }
    }

    private void gone(ConversationId chat) {
        named.values().removeIf(message -> message.conversationId().equals(chat));
        if (alone) {
            assertEquals(Optional.empty(), store.find(chat));
            assertEquals(List.of(), store.path(chat, 0, 10));
        }
    }

    private void draft(ConversationId chat) {
        String text = random.nextBoolean() ? "" : "draft " + done;
        store.saveDraft(chat, text);
        if (alone && store.find(chat).isPresent()) {
            assertEquals(text, store.draft(chat));
        }
    }

    private String name() {
        return who + " " + done;
    }

    private void receive(@Nullable String name) {
        List<Attachment> with =
                random.nextInt(8) > 0
                        ? List.of()
                        : List.of(new Attachment("á.txt", "text/plain", new byte[done % 50]));
        String user = "usuário " + random.nextInt(done % 3 == 0 ? 1_000 : 8);
        InboundMessage message =
                new InboundMessage(ChannelKind.WEB, user, "olá 😀 " + who + done, name, with);
        Received received = store.receive(message, random.nextInt(8) > 0, now());
        assertTrue(!received.repeat(), "a new message is no repeat");
        received(received);
        if (name != null) {
            named.put(name, received.message());
        }
    }

    private void typed() {
        InboundMessage message =
                InboundMessage.typed(any(own).toString(), "typed " + who + done, List.of());
        received(store.receive(message, true, now()));
    }

    private void again() {
        if (!named.isEmpty() && alone) {
            String name = any(new ArrayList<>(named.keySet()));
            Received again =
                    store.receive(
                            new InboundMessage(ChannelKind.WEB, "who", "again", name, List.of()),
                            true,
                            now());
            assertTrue(again.repeat(), "a repeat is one");
            assertEquals(
                    Optional.of(again.message().id()),
                    Optional.ofNullable(named.get(name)).map(Message::id));
        }
    }

    private void received(Received received) {
        chat(received.conversation());
        said(Optional.of(received.message()));
        if (received.reply() != null) {
            opened(received.reply());
        }
    }

    private void opened(Message reply) {
        open.add(reply.id());
        said(Optional.of(reply));
    }

    private void finish() {
        if (!open.isEmpty()) {
            MessageId reply =
                    random.nextInt(10) == 0 ? any(open) : open.remove(random.nextInt(open.size()));
            MessageState end = ENDS.get(random.nextInt(ENDS.size()));
            Failure failure =
                    end == MessageState.FAILED ? Failure.of(Failure.Kind.TIMEOUT, "x") : null;
            Optional<Finished> finished =
                    store.finish(reply, end, "answer " + done, "hm", failure, StoreContract.META);
            said(finished.map(Finished::reply));
            same(finished.map(Finished::conversation));
        }
    }

    private void checkpoint() {
        if (!open.isEmpty()) {
            store.checkpoint(any(open), "so far " + done, "");
        }
    }

    private void chat(Conversation chat) {
        chats.add(chat.id());
        if (chat.isOwn()) {
            own.add(chat.id());
        }
        same(Optional.of(chat));
    }

    private void same(Optional<Conversation> said) {
        if (alone && random.nextBoolean()) {
            said.ifPresent(chat -> assertEquals(Optional.of(chat), store.find(chat.id())));
        }
    }

    private void said(Optional<Message> said) {
        said.ifPresent(message -> messages.add(message.id()));
        if (alone && random.nextBoolean()) {
            said.ifPresent(m -> assertEquals(Optional.of(m), store.message(m.id())));
        }
    }

    private <T> T any(List<T> some) {
        // Mostly one of the last.
        int back = random.nextBoolean() ? Math.min(5, some.size()) : some.size();
        return some.get(some.size() - 1 - random.nextInt(back));
    }

    private Instant now() {
        return NOON.plusSeconds(done);
    }
}
