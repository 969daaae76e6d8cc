package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiveTest extends StoreContract {
    @Test
    void a_first_message_makes_its_conversation() {
        Received received = store.receive(web("ana", "Olá!\nTudo bem?", "m1"), true, NOON);

        Conversation conversation = received.conversation();
        assertEquals(ChannelKind.WEB, conversation.channel());
        assertEquals("ana", conversation.userId());
        assertEquals("Olá!", conversation.title());
        assertEquals("Olá! Tudo bem?", conversation.preview());
        assertEquals(2, conversation.size());
        assertEquals(1, conversation.unread());
        assertEquals(NOON, conversation.createdAt());
        assertFalse(received.repeat());
        assertEquals(conversation, store.find(conversation.id()).orElseThrow());
    }

    @Test
    void what_is_returned_is_what_is_stored() {
        Received received = store.receive(web("ana", "Olá", "m1"), true, NOON.plusNanos(4_567));
        List<Message> path = store.path(received.conversation().id(), 0, 10);
        assertEquals(List.of(received.message(), reply(received)), path);
        assertEquals(Author.USER, path.get(0).author());
        assertEquals(MessageState.COMPLETE, path.get(0).state());
        assertNull(path.get(0).parentId());
        assertEquals(Author.ASSISTANT, path.get(1).author());
        assertEquals(MessageState.STREAMING, path.get(1).state());
        assertEquals(path.get(0).id(), path.get(1).parentId());
        assertEquals(NOON, path.get(1).createdAt());
    }

    @Test
    void messages_of_one_user_follow_each_other_in_one_conversation() {
        Received first = store.receive(web("ana", "one", "m1"), false, NOON);
        Received second = store.receive(web("ana", "two", "m2"), true, NOON.plusSeconds(5));
        assertEquals(first.conversation().id(), second.conversation().id());
        assertEquals(first.message().id(), second.message().parentId());
        assertEquals(1, second.message().position());
        assertEquals("one", second.conversation().title());
        assertEquals(NOON.plusSeconds(5), second.conversation().updatedAt());
        assertEquals(List.of("one", "two", ""), shown(first.conversation().id()));
    }

    @Test
    void the_same_user_on_another_channel_is_another_conversation() {
        Received web = store.receive(web("ana", "hi", null), false, NOON);
        InboundMessage there =
                new InboundMessage(ChannelKind.TELEGRAM, "ana", "hi", null, List.of());
        Received telegram = store.receive(there, false, NOON);
        assertNotEquals(web.conversation().id(), telegram.conversation().id());
    }

    @Test
    void a_repeat_changes_nothing_and_returns_what_was_stored() {
        Received first = store.receive(web("ana", "one", "m1"), true, NOON);
        Message answer = complete(reply(first), "the answer");
        Conversation before = now(first.conversation());

        Received again = store.receive(web("ana", "other text", "m1"), true, NOON.plusSeconds(9));

        assertTrue(again.repeat());
        assertEquals(first.message(), again.message());
        assertEquals(answer, again.reply());
        assertEquals(before, again.conversation());
        assertEquals(before, now(first.conversation()));
        assertEquals(new Counts(1, 2, 0), store.counts());
    }

    @Test
    void a_repeat_returns_the_last_version_of_the_reply() {
        Received first = store.receive(web("ana", "one", "m1"), true, NOON);
        complete(reply(first), "bad");
        Message better = store.openVersion(reply(first).id(), NOON).orElseThrow();
        complete(better, "better");
        Message reply = reply(store.receive(web("ana", "one", "m1"), true, NOON));
        assertEquals("better", reply.text());
        assertEquals(2, reply.versions());
    }

    @Test
    void a_repeat_is_recognised_without_a_reply() {
        store.receive(web("ana", "one", "m1"), false, NOON);
        Received again = store.receive(web("ana", "one", "m1"), false, NOON);
        assertTrue(again.repeat());
        assertNull(again.reply());
    }

    @Test
    void a_repeat_under_another_user_leaves_no_conversation_behind() {
        Received first = store.receive(web("ana", "one", "m1"), false, NOON);
        Received again = store.receive(web("bia", "one", "m1"), false, NOON);
        assertTrue(again.repeat());
        assertEquals(first.conversation().id(), again.conversation().id());
        assertEquals(1, store.counts().conversations());
    }

    @Test
    void the_same_external_id_on_another_channel_is_another_message() {
        store.receive(web("ana", "one", "m1"), false, NOON);
        InboundMessage there =
                new InboundMessage(ChannelKind.WHATSAPP, "ana", "one", "m1", List.of());
        assertFalse(store.receive(there, false, NOON).repeat());
    }

    @Test
    void messages_without_an_external_id_are_never_repeats() {
        store.receive(web("ana", "one", null), false, NOON);
        assertFalse(store.receive(web("ana", "one", null), false, NOON).repeat());
        assertEquals(2, store.counts().messages());
    }

    @Test
    void a_message_brings_a_channel_conversation_back_from_the_trash() {
        ConversationId id = store.receive(web("ana", "one", null), false, NOON).conversation().id();
        store.trash(List.of(id), NOON);
        Received received = store.receive(web("ana", "two", null), false, NOON);
        assertEquals(id, received.conversation().id());
        assertNull(store.find(id).orElseThrow().trashedAt());
    }

    @Test
    void a_message_leaves_an_own_chat_in_the_trash() {
        Conversation chat = ownChat();
        store.trash(List.of(chat.id()), NOON);
        store.receive(typed(chat, "one"), true, NOON);
        assertEquals(NOON, now(chat).trashedAt());
        assertEquals(2, now(chat).size());
    }

    @Test
    void an_own_chat_begins_with_its_first_message() {
        ConversationId id = ConversationId.next();
        InboundMessage typed = InboundMessage.typed(id.toString(), "Hello", List.of());
        Received received = store.receive(typed, true, NOON);
        assertEquals(id, received.conversation().id());
        assertEquals(0, received.conversation().unread());
    }

    @Test
    void attachments_come_with_their_message() {
        byte[] bytes = new byte[3 << 20];
        bytes[0] = 1;
        bytes[bytes.length - 1] = -1;
        List<Attachment> attachments =
                List.of(
                        Attachment.ofText("pasted.txt", "Olá\u0000!"),
                        new Attachment("a.png", "image/png", bytes));
        InboundMessage typed = InboundMessage.typed(ownChat().userId(), "", attachments);
        Received received = store.receive(typed, false, NOON);

        Message stored = store.message(received.message().id()).orElseThrow();
        assertEquals(
                List.of(
                        new AttachmentInfo("pasted.txt", "text/plain", 6),
                        new AttachmentInfo("a.png", "image/png", bytes.length)),
                stored.attachments());
        assertEquals(received.message(), stored);
        assertEquals("pasted.txt", received.conversation().title());
        List<Attachment> read = store.attachments(stored.id());
        assertEquals(attachments, read);
        assertArrayEquals(bytes, read.get(1).content());
    }

    @Test
    void the_longest_text_and_odd_characters_come_back_as_they_went_in() {
        String odd = "עברית العربية 👩‍👩‍👧‍👦 e\u0301 \t\n \uFFFD ' \" \\ % _ $1 ${x} ?";
        String text = odd + "x".repeat(Message.MAX_TEXT - odd.length());
        Received received = store.receive(typed(ownChat(), text), true, NOON);
        complete(reply(received), text);
        assertEquals(List.of(text, text), shown(received.conversation().id()));
    }
}
