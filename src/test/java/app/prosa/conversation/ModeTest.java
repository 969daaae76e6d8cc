package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who answers in a channel's conversation. */
class ModeTest extends EngineRig {
    private InboundMessage web(String text) {
        return new InboundMessage(ChannelKind.WEB, "ana", text, text, List.of());
    }

    private ConversationId begun() throws Exception {
        model.answers("Hello, I am a model");
        Receipt first = engine.send(web("hello"));
        end(first);
        return first.conversation().id();
    }

    private List<String> path(ConversationId id) {
        return texts(engine.conversations().path(id, 0, 100));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void where_it_does_not_answer_the_model_is_silent_and_the_message_is_kept(Mode mode)
            throws Exception {
        ConversationId id = begun();
        engine.setMode(id, mode);
        Receipt receipt = engine.send(web("are you there?"));
        assertNull(receipt.turn());
        assertEquals("are you there?", receipt.message().text());
        assertNull(sendAgain(web("are you there?")).turn());
        assertEquals(List.of("hello", "Hello, I am a model", "are you there?"), path(id));
        assertEquals(1, model.requests().size());
        assertEquals(2, engine.conversations().find(id).orElseThrow().unread());
    }

    @Test
    void handed_back_the_model_answers_and_has_read_what_was_said_by_hand() throws Exception {
        ConversationId id = begun();
        engine.sayByHand(id, "This is a person");
        engine.send(web("thank you"));
        engine.setMode(id, Mode.AUTO);
        model.answers("You are welcome");
        assertEquals("You are welcome", end(engine.send(web("and now?"))).text());
        List<String> read =
                model.requests().getLast().messages().stream().map(ChatRequest.Part::text).toList();
        assertTrue(read.containsAll(List.of("This is a person", "thank you")), read.toString());
    }

    @Test
    void who_takes_over_ends_what_the_model_is_writing() throws Exception {
        ConversationId id = begun();
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("Let me th", hanging);
        Turn turn = engine.send(web("help")).answering();
        await(hanging);
        engine.sayByHand(id, "I will help you");
        Message reply = end(turn);
        assertEquals(MessageState.STOPPED, reply.state());
        assertEquals("Let me th", reply.text());
        assertEquals(Mode.HUMAN, engine.conversations().find(id).orElseThrow().mode());
        assertEquals("I will help you", path(id).getLast());
    }

    @Test
    void a_failed_answer_is_not_tried_again_behind_the_back_of_who_took_over() throws Exception {
        ConversationId id = begun();
        model.fails(Failure.Kind.SERVER);
        Message failed = end(sendAgain(web("help")));
        engine.setMode(id, Mode.HUMAN);
        assertEquals(failed, end(sendAgain(web("help"))));
        assertEquals(2, model.requests().size());
    }

    @Test
    void what_the_operator_types_in_an_own_chat_takes_nothing_over() throws Exception {
        Conversation own = engine.conversations().create(ConversationOptions.DEFAULT);
        engine.sayByHand(own.id(), "a remark");
        model.answers("yes");
        assertEquals("yes", end(engine.send(typed(own, "hello"))).text());
    }
}
