package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepliesTest extends StoreContract {
    private static final MessageId NOWHERE = MessageId.next();

    @Test
    void a_finished_reply_has_all_that_is_known_of_it() {
        Received received = store.receive(web("ana", "hi", null), true, NOON);
        Message reply = reply(received);
        Finished stored =
                store.finish(reply.id(), MessageState.COMPLETE, "**Hi** Ana", "hm", null, META)
                        .orElseThrow();
        Message finished = stored.reply();
        assertEquals(MessageState.COMPLETE, finished.state());
        assertEquals("**Hi** Ana", finished.text());
        assertEquals("hm", finished.reasoning());
        assertEquals(META, finished.meta());
        assertNull(finished.failure());
        assertEquals(Optional.of(finished), store.message(reply.id()));
        assertEquals("Hi Ana", stored.conversation().preview());
        assertEquals(stored.conversation(), now(received.conversation()));
    }

    @Test
    void a_failure_is_kept_with_what_it_said() {
        Message reply = reply(store.receive(web("ana", "hi", null), true, NOON));
        Failure failure =
                new Failure(Failure.Kind.RATE_LIMITED, "slow down", Duration.ofMillis(1_500));
        ReplyMeta meta =
                new ReplyMeta(new ModelRef("x", "y"), null, null, null, Duration.ofMillis(3));
        store.finish(reply.id(), MessageState.FAILED, "", "", failure, meta);
        Message failed = store.message(reply.id()).orElseThrow();
        assertEquals(failure, failed.failure());
        assertEquals(meta, failed.meta());
    }

    @Test
    void that_an_answer_was_cut_short_is_kept_in_copies_too() {
        Conversation chat = ownChat();
        Message reply = reply(store.receive(typed(chat, "hi"), true, NOON));
        ReplyMeta cut =
                new ReplyMeta(new ModelRef("x", "y"), null, null, null, Duration.ofMillis(3), true);
        Message finished =
                store.finish(reply.id(), MessageState.COMPLETE, "As I was say", "", null, cut)
                        .orElseThrow()
                        .reply();
        assertEquals(cut, finished.meta());
        assertEquals(Optional.of(finished), store.message(reply.id()));
        Conversation copy = store.fork(reply.id(), NOON).orElseThrow();
        assertEquals(cut, store.path(copy.id(), 1, 2).getFirst().meta());
    }

    @Test
    void a_reply_ends_once() {
        Conversation chat = ownChat();
        Message reply = reply(store.receive(typed(chat, "hi"), true, NOON));
        Message stopped =
                store.finish(reply.id(), MessageState.STOPPED, "half", "", null, null)
                        .orElseThrow()
                        .reply();
        Message again = complete(reply, "whole");
        assertEquals(stopped, again);
        store.checkpoint(reply.id(), "late", "late");
        assertEquals(Optional.of(stopped), store.message(reply.id()));
        assertEquals(0, now(chat).unread());
    }

    @Test
    void a_checkpoint_keeps_what_has_arrived() {
        Message reply = reply(store.receive(web("ana", "hi", null), true, NOON));
        store.checkpoint(reply.id(), "so far", "thinking");
        Message kept = store.message(reply.id()).orElseThrow();
        assertEquals("so far", kept.text());
        assertEquals("thinking", kept.reasoning());
        assertEquals(MessageState.STREAMING, kept.state());
    }

    @Test
    void replies_that_were_left_behind_are_interrupted_and_keep_their_text() {
        Conversation chat = ownChat();
        turn(chat, "one", "done");
        Message left = reply(store.receive(typed(chat, "two"), true, NOON));
        store.checkpoint(left.id(), "half an answer", "hm");
        Message other = reply(store.receive(web("ana", "hi", null), true, NOON));

        assertEquals(2, store.interruptUnfinished());

        Message interrupted = store.message(left.id()).orElseThrow();
        assertEquals(MessageState.INTERRUPTED, interrupted.state());
        assertEquals(Failure.of(Failure.Kind.PROGRAM_ENDED), interrupted.failure());
        assertEquals("half an answer", interrupted.text());
        assertEquals("hm", interrupted.reasoning());
        assertEquals("half an answer", now(chat).preview());
        assertEquals("", store.message(other.id()).orElseThrow().text());
        assertEquals(0, store.interruptUnfinished());
    }

    @Test
    void an_operator_and_a_note_can_be_appended() {
        Received received = store.receive(web("ana", "hi", null), false, NOON);
        Message message =
                store.append(received.conversation().id(), Author.OPERATOR, "It is me", NOON)
                        .orElseThrow();
        store.append(received.conversation().id(), Author.NOTE, "handed back", NOON);
        Message reply = store.openReply(received.conversation().id(), NOON).orElseThrow();
        assertEquals(1, message.position());
        assertEquals(3, reply.position());
        assertEquals(1, now(received.conversation()).unread());
        assertEquals("handed back", now(received.conversation()).preview());
    }

    @Test
    void a_model_sees_the_last_messages_that_say_something() {
        Conversation chat = ownChat();
        turn(chat, "one", "answer one");
        Received failed = store.receive(typed(chat, "two"), true, NOON);
        store.finish(
                reply(failed).id(),
                MessageState.FAILED,
                "",
                "",
                Failure.of(Failure.Kind.NETWORK),
                null);
        Received stopped = store.receive(typed(chat, "three"), true, NOON);
        store.finish(reply(stopped).id(), MessageState.STOPPED, "half", "", null, null);
        Received deleted = turn(chat, "four", "answer four");
        store.deleteMessage(deleted.message().id(), true);
        Received empty = store.receive(typed(chat, "five"), true, NOON);
        store.finish(reply(empty).id(), MessageState.STOPPED, "", "", null, null);
        InboundMessage file =
                InboundMessage.typed(chat.userId(), "", List.of(Attachment.ofText("a.txt", "x")));
        Message last = reply(store.receive(file, true, NOON));

        List<String> all = List.of("one", "answer one", "two", "three", "half", "answer four");
        assertEquals(all, texts(store.context(last.id(), 100)).subList(0, 6));
        assertEquals(List.of("five", ""), texts(store.context(last.id(), 2)));
        assertEquals(
                "a.txt", store.context(last.id(), 1).getFirst().attachments().getFirst().name());
        assertEquals(List.of(), store.context(NOWHERE, 10));
    }

    @Test
    void the_context_of_a_reply_is_its_own_path_even_when_another_is_shown() {
        Conversation chat = ownChat();
        Received old = turn(chat, "old question", "old answer");
        Message streaming = reply(store.receive(typed(chat, "old follow-up"), true, NOON));
        store.edit(old.message().id(), "new question", NOON);
        List<String> expected = List.of("old question", "old answer", "old follow-up");
        assertEquals(expected, texts(store.context(streaming.id(), 10)));
        assertEquals(expected.subList(1, 3), texts(store.context(streaming.id(), 2)));
    }

    @Test
    void a_deleted_message_is_shown_as_such_and_comes_back() {
        Conversation chat = ownChat();
        Received turn = turn(chat, "question", "answer");
        Message deleted = store.deleteMessage(reply(turn).id(), true).orElseThrow();
        assertTrue(deleted.deleted());
        assertEquals(2, store.path(chat.id(), 0, 10).size());
        assertEquals("question", now(chat).preview());
        store.deleteMessage(turn.message().id(), true);
        assertEquals("", now(chat).preview());
        assertFalse(store.deleteMessage(reply(turn).id(), false).orElseThrow().deleted());
        assertEquals("answer", now(chat).preview());
    }

    @Test
    void a_message_can_be_pinned() {
        Received turn = turn(ownChat(), "question", "answer");
        assertTrue(store.pinMessage(turn.message().id(), true).orElseThrow().pinned());
        assertFalse(store.pinMessage(turn.message().id(), false).orElseThrow().pinned());
    }

    @Test
    void a_part_of_the_path_is_read() {
        Conversation chat = ownChat();
        for (int i = 0; i < 5; i++) {
            turn(chat, "q" + i, "a" + i);
        }
        assertEquals(List.of("a1", "q2", "a2"), texts(store.path(chat.id(), 3, 6)));
        assertEquals(store.path(chat.id(), 0, 99), store.path(chat.id(), -50, Integer.MAX_VALUE));
        assertEquals(List.of(), store.path(chat.id(), Integer.MAX_VALUE - 1, Integer.MAX_VALUE));
        List<Integer> positions =
                store.path(chat.id(), 0, 99).stream().map(Message::position).toList();
        assertEquals(IntStream.range(0, 10).boxed().toList(), positions);
    }

    @Test
    void messages_that_are_not_there_are_not_changed() {
        assertEquals(Optional.empty(), store.message(NOWHERE));
        assertEquals(Optional.empty(), store.pinMessage(NOWHERE, true));
        assertEquals(Optional.empty(), store.deleteMessage(NOWHERE, true));
        assertEquals(Optional.empty(), store.openVersion(NOWHERE, NOON));
        assertEquals(Optional.empty(), store.edit(NOWHERE, "x", NOON));
        assertEquals(Optional.empty(), store.show(NOWHERE));
        assertEquals(Optional.empty(), store.fork(NOWHERE, NOON));
        assertEquals(List.of(), store.versions(NOWHERE));
        assertEquals(List.of(), store.attachments(NOWHERE));
        store.checkpoint(NOWHERE, "x", "x");
        assertEquals(
                Optional.empty(),
                store.finish(NOWHERE, MessageState.COMPLETE, "x", "", null, null));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }
}
