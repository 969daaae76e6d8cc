package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.ReplyMeta.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tests of the store have in common: each class of them runs on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
abstract class StoreContract {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    static final ReplyMeta META =
            new ReplyMeta(
                    new ModelRef("openai", "gpt-x"),
                    new Usage(12, 34),
                    Duration.ofMillis(250),
                    Duration.ofMillis(120),
                    Duration.ofMillis(2_500));

    @Parameter TestDatabase kind;

    Database database;
    ConversationStore store;

    @BeforeEach
    void startEmpty() {
        database = kind.emptied();
        store = database.conversations();
    }

    Conversation ownChat() {
        return store.create(ConversationOptions.DEFAULT, NOON);
    }

    static InboundMessage typed(Conversation conversation, String text) {
        return InboundMessage.typed(conversation.userId(), text, List.of());
    }

    static InboundMessage web(String userId, String text, @Nullable String externalId) {
        return new InboundMessage(ChannelKind.WEB, userId, text, externalId, List.of());
    }

    /** A question and its answer at the end of an own chat. */
    Received turn(Conversation conversation, String question, String answer) {
        Received received = store.receive(typed(conversation, question), true, NOON);
        complete(reply(received), answer);
        return received;
    }

    Message complete(Message reply, String answer) {
        return store.finish(reply.id(), MessageState.COMPLETE, answer, "", null, META)
                .orElseThrow()
                .reply();
    }

    static Message reply(Received received) {
        Message reply = received.reply();
        if (reply == null) {
            throw new AssertionError("no reply");
        }
        return reply;
    }

    /** The texts of the path shown, all of it. */
    List<String> shown(ConversationId id) {
        return store.path(id, 0, Integer.MAX_VALUE).stream().map(Message::text).toList();
    }

    Conversation now(Conversation conversation) {
        return store.find(conversation.id()).orElseThrow();
    }
}
