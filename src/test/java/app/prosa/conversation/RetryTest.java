package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationEvent.ConversationsRemoved;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryTest extends EngineRig {
    @Test
    void a_message_sent_again_after_its_reply_failed_is_answered_in_its_place() throws Exception {
        model.fails(Failure.Kind.NETWORK).answers("now it works");
        assertEquals(MessageState.FAILED, end(sendAgain(web("1"))).state());

        Message second = end(sendAgain(web("1")));
        Message third = end(sendAgain(web("1")));

        assertEquals("now it works", second.text());
        assertEquals(second, third, "an answer is never given twice");
        assertEquals(List.of("hello", "now it works"), texts(path(second)));
    }

    @Test
    void a_failed_reply_in_the_middle_of_a_conversation_stays_what_it_is() throws Exception {
        model.fails(Failure.Kind.NETWORK).answers("the second");
        Message failed = end(sendAgain(web("1")));
        end(sendAgain(web("2")));

        assertEquals(failed, end(sendAgain(web("1"))));
        assertEquals(List.of("hello", "", "hello", "the second"), texts(path(failed)));
    }

    @Test
    void a_message_sent_again_while_its_reply_is_written_joins_it() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half", hanging);
        Turn first = sendAgain(web("1")).answering();
        await(hanging);

        Turn second = sendAgain(web("1")).answering();
        first.stop();

        assertEquals(end(first), end(second));
        assertEquals(1, model.requests().size());
    }

    @Test
    void a_reply_that_ends_while_its_message_comes_in_again_is_returned_whole() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Turn> first = new AtomicReference<>();
        engine = engineOver(slow("receive", () -> endMeanwhile(first.get(), goOn)));
        model.then(sink -> {
            goOn.await();
            sink.answer("in time");
        });
        first.set(sendAgain(web("1")).answering());

        Message again = end(sendAgain(web("1")));

        assertEquals("in time", again.text());
        assertEquals(MessageState.COMPLETE, again.state());
    }

    /** After the reply was read as being written, and before anybody asks who writes it. */
    private void endMeanwhile(@Nullable Turn turn, CountDownLatch goOn) {
        if (turn == null) {
            return;
        }
        goOn.countDown();
        turn.done().join();
        while (!engine.turns(turn.conversationId()).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_erased_is_gone_even_while_it_is_being_answered() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half", hanging);
        Turn turn = sendAgain(web("1")).answering();
        await(hanging);

        engine.erase(turn.conversationId());

        assertEquals(Optional.empty(), engine.conversations().find(ChannelKind.WEB, "someone"));
        assertTrue(events.contains(new ConversationsRemoved(List.of(turn.conversationId()))));
        Message anew = end(sendAgain(web("1")));
        assertEquals("ok", anew.text());
        assertEquals(List.of("hello", "ok"), texts(path(anew)));
    }

    @Test
    void a_conversation_is_found_by_its_user() throws Exception {
        Message reply = end(sendAgain(web("1")));
        assertEquals(
                Optional.of(reply.conversationId()),
                engine.conversations().find(ChannelKind.WEB, "someone").map(Conversation::id));
        assertEquals(
                Optional.empty(), engine.conversations().find(ChannelKind.TELEGRAM, "someone"));
    }

    private List<Message> path(Message of) {
        return engine.conversations().path(of.conversationId(), 0, Integer.MAX_VALUE);
    }

    private static InboundMessage web(String externalId) {
        return new InboundMessage(ChannelKind.WEB, "someone", "hello", externalId, List.of());
    }
}
