package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VersionsTest extends StoreContract {
    @Test
    void a_version_of_a_reply_takes_its_place() {
        Conversation chat = ownChat();
        Received turn = turn(chat, "question", "first");
        turn(chat, "more", "later");

        Message second = store.openVersion(reply(turn).id(), NOON.plusSeconds(1)).orElseThrow();

        assertEquals(1, second.position());
        assertEquals(turn.message().id(), second.parentId());
        assertEquals(2, second.version());
        assertEquals(2, second.versions());
        assertEquals(List.of("question", ""), shown(chat.id()));
        assertEquals(2, now(chat).size());
        assertEquals(NOON.plusSeconds(1), now(chat).updatedAt());
        complete(second, "second");
        List<Message> versions = store.versions(second.id());
        assertEquals(List.of("first", "second"), versions.stream().map(Message::text).toList());
        assertEquals(List.of(1, 2), versions.stream().map(Message::version).toList());
        assertEquals(List.of(2, 2), versions.stream().map(Message::versions).toList());
        assertEquals(versions, store.versions(reply(turn).id()));
    }

    @Test
    void only_a_reply_gets_versions_and_only_a_question_is_edited() {
        Received turn = turn(ownChat(), "question", "answer");
        assertEquals(Optional.empty(), store.openVersion(turn.message().id(), NOON));
        assertEquals(Optional.empty(), store.edit(reply(turn).id(), "x", NOON));
    }

    @Test
    void an_edit_asks_anew_with_the_same_attachments() {
        Conversation chat = ownChat();
        List<Attachment> files = List.of(Attachment.ofText("a.txt", "content"));
        InboundMessage typed = InboundMessage.typed(chat.userId(), "question", files);
        Received first = store.receive(typed, true, NOON);
        complete(reply(first), "answer");

        Received edited = store.edit(first.message().id(), "better question", NOON).orElseThrow();

        assertFalse(edited.repeat());
        assertEquals(2, edited.message().version());
        assertEquals(edited.message().id(), reply(edited).parentId());
        assertEquals(1, reply(edited).versions());
        assertEquals(files, store.attachments(edited.message().id()));
        assertEquals(files, store.attachments(first.message().id()));
        assertEquals(List.of("better question", ""), shown(chat.id()));
        assertEquals("better question", now(chat).preview());
        assertEquals(List.of(edited.message(), reply(edited)), store.path(chat.id(), 0, 10));
    }

    @Test
    void what_was_shown_last_below_a_version_is_shown_again() {
        Conversation chat = ownChat();
        Received first = turn(chat, "q1", "a1");
        Received second = turn(chat, "q2", "a2");
        Message a2b = store.openVersion(reply(second).id(), NOON).orElseThrow();
        complete(a2b, "a2b");
        turn(chat, "q3", "a3");
        complete(reply(store.edit(first.message().id(), "q1b", NOON).orElseThrow()), "a1b");
        assertEquals(List.of("q1b", "a1b"), shown(chat.id()));

        Conversation back = store.show(first.message().id()).orElseThrow();
        assertEquals(List.of("q1", "a1", "q2", "a2b", "q3", "a3"), shown(chat.id()));
        assertEquals(6, back.size());
        assertEquals("a3", back.preview());
        assertEquals(back, now(chat));

        store.show(reply(second).id());
        assertEquals(List.of("q1", "a1", "q2", "a2"), shown(chat.id()));
        turn(chat, "q4", "a4");
        store.show(a2b.id());
        assertEquals(List.of("q1", "a1", "q2", "a2b", "q3", "a3"), shown(chat.id()));
        store.show(reply(second).id());
        assertEquals(List.of("q1", "a1", "q2", "a2", "q4", "a4"), shown(chat.id()));
    }

    @Test
    void showing_what_is_shown_changes_nothing() {
        Conversation chat = ownChat();
        Received turn = turn(chat, "q", "a");
        turn(chat, "q2", "a2");
        Conversation before = now(chat);
        assertEquals(Optional.of(before), store.show(turn.message().id()));
        assertEquals(List.of("q", "a", "q2", "a2"), shown(chat.id()));
    }

    @Test
    void a_version_can_be_begun_in_a_path_that_is_not_shown() {
        Conversation chat = ownChat();
        Received first = turn(chat, "q1", "a1");
        Received second = turn(chat, "q2", "a2");
        store.edit(first.message().id(), "q1b", NOON);
        Message version = store.openVersion(reply(second).id(), NOON).orElseThrow();
        complete(version, "a2b");
        assertEquals(List.of("q1", "a1", "q2", "a2b"), shown(chat.id()));
        assertEquals(4, now(chat).size());
        turn(chat, "q3", "a3");
        assertEquals(List.of("q1", "a1", "q2", "a2b", "q3", "a3"), shown(chat.id()));
    }

    @Test
    void a_reply_that_ends_while_another_is_shown_leaves_the_list_alone() {
        Conversation chat = ownChat();
        Message slow = reply(store.receive(typed(chat, "question"), true, NOON));
        Message fast = store.openVersion(slow.id(), NOON).orElseThrow();
        complete(fast, "fast");
        complete(slow, "slow");
        assertEquals("fast", now(chat).preview());
        assertEquals(List.of("question", "fast"), shown(chat.id()));
    }

    /** A tree that grows at random, beside one in memory that is kept in the plainest way. */
    @Test
    void any_sequence_of_versions_shows_what_the_plainest_tree_would_show() {
        Conversation chat = ownChat();
        Plain plain = new Plain();
        Random random = new Random(42);
        for (int step = 0; step < 150; step++) {
            MessageId any = plain.any(random);
            switch (any == null ? 0 : random.nextInt(4)) {
                case 0 -> {
                    Received received = store.receive(typed(chat, "q" + step), true, NOON);
                    plain.add(received.message());
                    plain.add(complete(reply(received), "a" + step));
                }
                case 1 ->
                        store.openVersion(Objects.requireNonNull(any), NOON)
                                .ifPresent(version -> plain.add(complete(version, "v")));
                case 2 ->
                        store.edit(Objects.requireNonNull(any), "e" + step, NOON)
                                .ifPresent(received -> {
                                    plain.add(received.message());
                                    plain.add(complete(reply(received), "ea"));
                                });
                default -> {
                    store.show(Objects.requireNonNull(any));
                    plain.show(any);
                }
            }
            List<MessageId> path =
                    store.path(chat.id(), 0, 1_000).stream().map(Message::id).toList();
            assertEquals(plain.path(), path, "step " + step);
            assertEquals(path.size(), now(chat).size());
        }
    }

    /** Each message knows the child that was shown last. */
    private static final class Plain {
        private final Map<MessageId, Message> messages = new HashMap<>();
        private final Map<Optional<MessageId>, MessageId> shownChild = new HashMap<>();
        private final List<MessageId> ids = new ArrayList<>();

        @org.jspecify.annotations.Nullable
        MessageId any(Random random) {
            return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        }

        void add(Message message) {
            messages.put(message.id(), message);
            ids.add(message.id());
            show(message.id());
        }

        void show(MessageId id) {
            Optional<MessageId> at = Optional.of(id);
            while (at.isPresent()) {
                Message message = Objects.requireNonNull(messages.get(at.get()));
                Optional<MessageId> parent = Optional.ofNullable(message.parentId());
                shownChild.put(parent, message.id());
                at = parent;
            }
        }

        List<MessageId> path() {
            List<MessageId> path = new ArrayList<>();
            Optional<MessageId> at = Optional.ofNullable(shownChild.get(Optional.empty()));
            while (at.isPresent()) {
                path.add(at.get());
                at = Optional.ofNullable(shownChild.get(at));
            }
            return path;
        }
    }

    @Test
    void ten_thousand_messages_are_hidden_and_shown() {
        ConversationId id = Seed.in(database).conversation(10_000);
        Message root = store.path(id, 0, 1).getFirst();
        Message edited = store.edit(root.id(), "other", NOON).orElseThrow().message();
        assertEquals(10_000, store.show(root.id()).orElseThrow().size());
        assertEquals(2, store.show(edited.id()).orElseThrow().size());
        List<Integer> positions =
                store.show(root.id()).stream()
                        .flatMap(c -> store.path(c.id(), 0, 20_000).stream())
                        .map(Message::position)
                        .toList();
        assertEquals(IntStream.range(0, 10_000).boxed().toList(), positions);
    }

    @Test
    void a_fork_is_an_own_chat_with_one_version_of_each_message() {
        Conversation chat = ownChat();
        List<Attachment> files = List.of(Attachment.ofText("a.txt", "content"));
        InboundMessage typed = InboundMessage.typed(chat.userId(), "q1", files);
        Received first = store.receive(typed, true, NOON);
        complete(reply(first), "bad");
        Message better = store.openVersion(reply(first).id(), NOON).orElseThrow();
        complete(better, "a1");
        store.pinMessage(better.id(), true);
        Received second = turn(chat, "q2", "a2");
        store.deleteMessage(second.message().id(), true);
        turn(chat, "q3", "a3");

        Conversation fork = store.fork(reply(second).id(), NOON.plusSeconds(9)).orElseThrow();

        assertNotEquals(chat.id(), fork.id());
        assertEquals(ChannelKind.DESKTOP, fork.channel());
        assertEquals(fork.id().toString(), fork.userId());
        assertEquals("q1", fork.title());
        assertEquals("a2", fork.preview());
        assertEquals(0, fork.unread());
        assertEquals(NOON.plusSeconds(9), fork.updatedAt());
        assertEquals(fork, now(fork));
        List<Message> copies = store.path(fork.id(), 0, 10);
        assertEquals(List.of("q1", "a1", "a2"), copies.stream().map(Message::text).toList());
        assertEquals(List.of(0, 1, 2), copies.stream().map(Message::position).toList());
        assertEquals(copies.get(1).id(), copies.get(2).parentId());
        assertEquals(1, copies.get(1).versions());
        assertTrue(copies.get(1).pinned());
        assertEquals(META, copies.get(1).meta());
        assertEquals(NOON, copies.get(0).createdAt());
        assertEquals(files, store.attachments(copies.get(0).id()));
        assertEquals(6, now(chat).size());
    }

    @Test
    void a_fork_leaves_out_a_reply_that_is_being_written_and_goes_on_by_itself() {
        Conversation chat = ownChat();
        Message streaming = reply(store.receive(typed(chat, "q1"), true, NOON));
        Conversation fork = store.fork(streaming.id(), NOON).orElseThrow();
        assertEquals(List.of("q1"), shown(fork.id()));
        Received next = store.receive(typed(fork, "q2"), false, NOON);
        assertEquals(1, next.message().position());
        complete(streaming, "a1");
        assertEquals(List.of("q1", "a1"), shown(chat.id()));
    }

    @Test
    void a_fork_of_a_customers_conversation_is_an_own_chat() {
        Received received = store.receive(web("ana", "hi", "m1"), true, NOON);
        store.finish(reply(received).id(), MessageState.STOPPED, "half", "", null, null);
        Conversation fork = store.fork(reply(received).id(), NOON).orElseThrow();
        assertEquals(ChannelKind.DESKTOP, fork.channel());
        assertEquals(List.of("hi", "half"), shown(fork.id()));
    }

    @Test
    void a_fork_of_a_message_that_is_not_shown_does_nothing() {
        Received turn = turn(ownChat(), "q1", "a1");
        store.openVersion(reply(turn).id(), NOON);
        assertEquals(Optional.empty(), store.fork(reply(turn).id(), NOON));
    }

    @Test
    void ten_thousand_messages_are_forked() {
        ConversationId id = Seed.in(database).conversation(10_000);
        Message last = store.path(id, 9_999, 10_000).getFirst();
        Conversation fork = store.fork(last.id(), NOON).orElseThrow();
        assertEquals(10_000, fork.size());
        assertEquals(shown(id), shown(fork.id()));
    }
}
