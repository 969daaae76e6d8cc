package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.PathChanged;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationEngineTest extends EngineRig {
    @Test
    void a_message_is_stored_before_the_model_is_called() throws Exception {
        AtomicInteger storedWhenCalled = new AtomicInteger();
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        model.then(sink -> storedWhenCalled.set(store.path(chat.id(), 0, 10).size()));

        end(engine.send(typed(chat, "hello")));

        assertEquals(2, storedWhenCalled.get(), "the message and its empty reply");
    }

    @Test
    void subscribers_hear_of_the_message_then_its_reply_then_its_end() throws Exception {
        Message reply = end(engine.send(typed("hello")));

        List<String> told =
                events.stream()
                        .filter(e -> !(e instanceof ConversationEvent.ConversationChanged))
                        .map(e -> e.getClass().getSimpleName())
                        .toList();
        assertEquals(List.of("MessageAdded", "MessageAdded", "ReplyDelta"), told.subList(0, 3));
        waitFor(() ->
                events.stream()
                        .anyMatch(e -> e instanceof MessageChanged(Message m) && m.equals(reply)));
    }

    @Test
    void messages_of_one_conversation_are_answered_one_after_the_other() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        for (int i = 0; i < 20; i++) {
            model.then(sink -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                sink.answer("x");
                running.decrementAndGet();
            });
        }

        List<Turn> turns =
                java.util.stream.IntStream.range(0, 20)
                        .mapToObj(i -> engine.send(typed(chat, "m" + i)).answering())
                        .toList();
        for (Turn turn : turns) {
            end(turn);
        }

        assertEquals(1, most.get());
        List<String> asked =
                model.requests().stream().map(r -> r.messages().getLast().text()).toList();
        assertEquals(
                java.util.stream.IntStream.range(0, 20).mapToObj(i -> "m" + i).toList(), asked);
    }

    @Test
    void a_repeat_is_answered_by_the_turn_of_the_first() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        model.then(sink -> {
            hanging.countDown();
            goOn.await();
            sink.answer("once");
        });
        InboundMessage message =
                new InboundMessage(ChannelKind.WEB, "visitor", "hello", "id-1", List.of());

        Turn first = engine.send(message).answering();
        await(hanging);
        Turn meanwhile = engine.send(message).answering();
        goOn.countDown();
        Message reply = end(first);
        Turn afterwards = engine.send(message).answering();

        assertSame(first, meanwhile);
        assertEquals(reply.id(), end(afterwards).id());
        assertEquals("once", end(afterwards).text());
        assertEquals(1, model.requests().size());
        assertEquals(2, store.path(first.conversationId(), 0, 10).size());
    }

    @Test
    void another_version_of_a_reply_is_asked_for_without_the_old_one() throws Exception {
        model.answers("first try").answers("second try");
        Turn turn = engine.send(typed("hello")).answering();
        Message first = end(turn);

        Message second = end(engine.regenerate(first.id()).orElseThrow());

        assertEquals("second try", second.text());
        assertEquals(2, second.version());
        assertEquals(2, second.versions());
        assertEquals(
                List.of("hello"),
                model.requests().get(1).messages().stream().map(ChatRequest.Part::text).toList());
        engine.conversations().show(first.id());
        assertEquals(
                List.of("hello", "first try"), texts(store.path(turn.conversationId(), 0, 10)));
    }

    @Test
    void an_edited_message_begins_a_path_of_its_own_and_the_old_one_is_kept() throws Exception {
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        model.answers("A1").answers("A2").answers("B1");
        end(engine.send(typed(chat, "a1")));
        end(engine.send(typed(chat, "a2")));
        Message first = store.path(chat.id(), 0, 1).getFirst();

        Message reply = end(engine.edit(first.id(), "b1").orElseThrow());

        assertEquals(List.of("b1", "B1"), texts(store.path(chat.id(), 0, 10)));
        assertEquals(1, reply.position());
        assertTrue(
                events.stream().anyMatch(e -> e instanceof PathChanged p && p.fromPosition() == 0));
        engine.conversations().show(first.id());
        assertEquals(List.of("a1", "A1", "a2", "A2"), texts(store.path(chat.id(), 0, 10)));
    }

    @Test
    void what_was_deleted_is_not_shown_to_the_model() throws Exception {
        Conversation chat = engine.conversations().create(ConversationOptions.DEFAULT);
        end(engine.send(typed(chat, "secret")));
        engine.conversations().deleteMessage(store.path(chat.id(), 0, 1).getFirst().id(), true);

        end(engine.send(typed(chat, "next")));

        assertEquals(
                List.of("ok", "next"),
                model.requests().get(1).messages().stream().map(ChatRequest.Part::text).toList());
    }

    @Test
    void a_message_that_the_store_refuses_has_not_happened() {
        engine.close();
        engine = engineOver(refusing("receive", new AtomicInteger(1)));
        InboundMessage message = typed("hello");

        assertThrows(StoreException.class, () -> engine.send(message));
        assertTrue(events.stream().noneMatch(e -> e instanceof MessageAdded));
        assertTrue(model.requests().isEmpty());
    }

    @Test
    void a_subscriber_that_fails_hurts_nobody() throws Exception {
        engine.subscribe(event -> {
            throw new IllegalStateException("scripted");
        });
        List<ConversationEvent> later = new CopyOnWriteArrayList<>();
        engine.subscribe(later::add);

        assertEquals(MessageState.COMPLETE, end(engine.send(typed("hello"))).state());
        assertTrue(later.stream().anyMatch(e -> e instanceof ReplyDelta));
    }
}
