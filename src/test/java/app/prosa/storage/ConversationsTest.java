package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.ModelRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationsTest extends StoreContract {
    private static final ConversationId NOWHERE = ConversationId.next();

    @Test
    void an_own_chat_is_with_its_own_id() {
        ConversationOptions options = ConversationOptions.DEFAULT.withTemperature(0.3);
        Conversation chat = store.create(options, NOON.plusNanos(999));
        assertEquals(ChannelKind.DESKTOP, chat.channel());
        assertEquals(chat.id().toString(), chat.userId());
        assertEquals("", chat.title());
        assertEquals(NOON, chat.createdAt());
        assertEquals(Mode.AUTO, chat.mode());
        assertEquals(Optional.of(chat), store.find(chat.id()));
    }

    @Test
    void what_is_not_there_is_not_changed() {
        assertEquals(Optional.empty(), store.find(NOWHERE));
        assertEquals(Optional.empty(), store.rename(NOWHERE, "x", true));
        assertEquals(Optional.empty(), store.pin(NOWHERE, true));
        assertEquals(Optional.empty(), store.setMode(NOWHERE, Mode.HUMAN));
        assertEquals(Optional.empty(), store.setOptions(NOWHERE, ConversationOptions.DEFAULT));
        assertEquals(Optional.empty(), store.markRead(NOWHERE));
        assertEquals(List.of(), store.restore(List.of(NOWHERE)));
        assertEquals(Optional.empty(), store.openReply(NOWHERE, NOON));
        store.trash(List.of(NOWHERE), NOON);
        store.saveDraft(NOWHERE, "text");
        assertEquals("", store.draft(NOWHERE));
        assertEquals(List.of(), store.path(NOWHERE, 0, 10));
        assertEquals(new Counts(0, 0, 0), store.counts());
    }

    @Test
    void all_that_can_be_set_is_kept() {
        Conversation chat = ownChat();
        ConversationOptions options =
                new ConversationOptions(
                        new ModelRef("groq", "llama"), "pirate", "Be\nbrief.", 0.25, 512, 20);
        store.rename(chat.id(), "Título", true);
        store.pin(chat.id(), true);
        store.setMode(chat.id(), Mode.DRAFT);
        Conversation set = store.setOptions(chat.id(), options).orElseThrow();
        assertEquals("Título", set.title());
        assertTrue(set.titledByHand() && set.pinned());
        assertEquals(Mode.DRAFT, set.mode());
        assertEquals(options, set.options());
        assertEquals(NOON, set.updatedAt());
        assertEquals(set, now(chat));
    }

    @Test
    void a_title_by_hand_is_not_taken_from_a_message() {
        Conversation chat = ownChat();
        store.rename(chat.id(), "", true);
        store.receive(typed(chat, "Hello there"), false, NOON);
        assertEquals("", now(chat).title());
    }

    @Test
    void only_the_first_message_gives_the_title() {
        Conversation chat = ownChat();
        turn(chat, "First question", "answer");
        turn(chat, "Second question", "answer");
        assertEquals("First question", now(chat).title());
    }

    @Test
    void an_answer_in_an_own_chat_is_unread_until_it_was_looked_at() {
        Conversation chat = ownChat();
        turn(chat, "one", "answer");
        assertEquals(1, now(chat).unread());
        assertEquals(0, store.markRead(chat.id()).orElseThrow().unread());
        assertEquals(0, now(chat).unread());
    }

    @Test
    void what_a_customer_writes_is_unread_and_the_answer_is_not() {
        Message reply = reply(store.receive(web("ana", "one", null), true, NOON));
        complete(reply, "answer");
        assertEquals(1, store.find(reply.conversationId()).orElseThrow().unread());
    }

    @Test
    void pages_have_every_conversation_once_pinned_first_then_the_newest() {
        List<Conversation> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Five at each moment, so that a page ends between equals.
            Conversation chat = store.create(ConversationOptions.DEFAULT, NOON.plusSeconds(i / 5));
            all.add(i % 4 == 0 ? store.pin(chat.id(), true).orElseThrow() : chat);
        }
        List<Conversation> paged = new ArrayList<>();
        Conversation last = null;
        for (List<Conversation> page = page(null); !page.isEmpty(); page = page(last)) {
            assertTrue(page.size() <= 4);
            paged.addAll(page);
            last = page.getLast();
        }
        List<Conversation> expected = new ArrayList<>(all);
        expected.sort(ConversationsTest::listed);
        assertEquals(expected, paged);
    }

    @Test
    void places_are_those_of_the_pages() {
        for (int i = 0; i < 10; i++) {
            Conversation chat = store.create(ConversationOptions.DEFAULT, NOON.plusSeconds(i / 3));
            store.rename(chat.id(), "number " + i % 2, true);
            store.pin(chat.id(), i % 4 == 0);
        }
        for (Query query : List.of(Query.ALL, new Query(false, "1"), new Query(true, ""))) {
            List<Place> expected = store.page(query, null, 10).stream().map(Place::of).toList();
            List<Place> walked = new ArrayList<>(store.places(query, null, 3));
            for (int all = 0; all < walked.size(); ) {
                all = walked.size();
                walked.addAll(store.places(query, walked.getLast(), 3));
            }
            assertEquals(expected, walked);
            assertEquals(expected.stream().sorted().toList(), walked);
        }
    }

    private List<Conversation> page(@Nullable Conversation after) {
        return store.page(Query.ALL, after == null ? null : Place.of(after), 4);
    }

    private static int listed(Conversation a, Conversation b) {
        int pinned = Boolean.compare(b.pinned(), a.pinned());
        int newest = b.updatedAt().compareTo(a.updatedAt());
        int id = b.id().value().compareTo(a.id().value());
        return pinned != 0 ? pinned : newest != 0 ? newest : id;
    }

    @Test
    void titles_are_found_without_case_and_accents() {
        Conversation chat = ownChat();
        store.rename(chat.id(), "Ação & 100% CORAÇÃO_x Straße", true);
        for (String found : List.of("acao", "AÇÃO", " coracao", "100%", "o_x", "STRASSE", "ß")) {
            assertEquals(1, store.page(new Query(false, found), null, 5).size(), found);
        }
        for (String none : List.of("acoa", "100_", "%x", "!")) {
            assertEquals(0, store.page(new Query(false, none), null, 5).size(), none);
        }
    }

    @Test
    void the_trash_has_its_own_list_until_it_is_restored() {
        Conversation kept = ownChat();
        Conversation gone = ownChat();
        store.trash(List.of(gone.id()), NOON.plusSeconds(1));
        store.trash(List.of(gone.id()), NOON.plusSeconds(99));

        assertEquals(List.of(kept), store.page(Query.ALL, null, 10));
        List<Conversation> trash = store.page(new Query(true, ""), null, 10);
        assertEquals(List.of(NOON.plusSeconds(1)), trash.stream().map(c -> c.trashedAt()).toList());
        assertEquals(1, store.counts().trashed());

        assertEquals(List.of(gone), store.restore(List.of(gone.id())));
        assertNull(now(gone).trashedAt());
        assertEquals(2, store.page(Query.ALL, null, 10).size());
    }

    @Test
    void a_purge_erases_what_was_trashed_before_and_nothing_else() {
        Conversation kept = ownChat();
        Conversation old = ownChat();
        Conversation recent = ownChat();
        Attachment file = Attachment.ofText("a.txt", "text");
        InboundMessage typed = InboundMessage.typed(old.userId(), "hi", List.of(file));
        Message message = store.receive(typed, true, NOON).message();
        store.saveDraft(old.id(), "draft");
        store.trash(List.of(old.id()), NOON);
        store.trash(List.of(recent.id()), NOON.plusSeconds(60));

        assertEquals(List.of(old.id()), store.purge(NOON.plusSeconds(60)));

        assertEquals(Optional.empty(), store.find(old.id()));
        assertEquals(Optional.empty(), store.message(message.id()));
        assertEquals(List.of(), store.attachments(message.id()));
        assertEquals("", store.draft(old.id()));
        assertEquals(0, store.interruptUnfinished());
        assertEquals(2, store.counts().conversations());
        assertFalse(store.find(kept.id()).isEmpty() || store.find(recent.id()).isEmpty());
    }

    @Test
    void a_draft_is_kept_replaced_and_removed() {
        Conversation chat = ownChat();
        assertEquals("", store.draft(chat.id()));
        store.saveDraft(chat.id(), "one");
        store.saveDraft(chat.id(), "two\n");
        assertEquals("two\n", store.draft(chat.id()));
        store.saveDraft(chat.id(), "");
        assertEquals("", store.draft(chat.id()));
    }

    @Test
    void the_chat_that_is_not_stored_yet_has_a_draft_too() {
        store.saveDraft(ConversationId.NONE, "one");
        store.saveDraft(ConversationId.NONE, "half a thought");
        assertEquals("half a thought", store.draft(ConversationId.NONE));
        assertEquals(new Counts(0, 0, 0), store.counts());
        store.saveDraft(ConversationId.NONE, "");
        assertEquals("", store.draft(ConversationId.NONE));
    }

    @Test
    void a_draft_may_be_longer_than_a_message() {
        Conversation chat = ownChat();
        String long_ = "é".repeat(2_000_000);
        store.saveDraft(chat.id(), long_);
        assertEquals(long_, store.draft(chat.id()));
    }

    @Test
    void all_conversations_and_the_messages_shown_are_counted() {
        Conversation chat = ownChat();
        turn(chat, "one", "answer");
        turn(chat, "two", "answer");
        Conversation gone = ownChat();
        turn(gone, "one", "answer");
        store.trash(List.of(gone.id()), NOON);
        assertEquals(new Counts(2, 6, 1), store.counts());
    }
}
