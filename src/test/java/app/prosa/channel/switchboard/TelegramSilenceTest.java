package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Opener;
import app.prosa.channel.telegram.ImpatientTelegram;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.testing.http.Trouble.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telegram takes connections and calls, and answers nothing. */
class TelegramSilenceTest extends TurnedBoardRig {
    private static final Duration OUTAGE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofMinutes(3);

    @Override
    List<Opener> openers() {
        return List.of(ImpatientTelegram.opener());
    }

    @Override
    int calls() {
        return telegram.calls().size();
    }

    /** What may have arrived is sent once more, and that would be in vain as long as it lasts. */
    @Test
    void what_a_silent_platform_may_have_is_sent_once_more_when_it_speaks_again() {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        awaitWithin(Duration.ofSeconds(10), () -> sentTo(ANA).size() == 1);
        pollsBreak();
        telegram.failAll(Moment.SILENT_BEFORE);
        engine.sayByHand(conversation(ANA).id(), "Um");
        engine.sayByHand(conversation(ANA).id(), "Dois");
        pass(OUTAGE);
        assertEquals(2, telegram.calls("sendMessage").size(), "sent again into the silence");
        // Whether it speaks is asked every 20 seconds at first.
        assertTrue(telegram.calls("getMe").size() <= 1 + 9, "asked too often");
        telegram.mend();
        awaitWithin(BACK, () -> sentTo(ANA).size() == 3);
        assertEquals(List.of("ok", "Um", "Dois"), sentTo(ANA));
        Delivery first = delivery(path(ANA).get(2));
        assertEquals(DeliveryState.SENT, first.state());
        assertTrue(first.mayBeTwice());
        assertFalse(delivery(path(ANA).get(3)).mayBeTwice());
    }

    /** A call that asks for updates would be waited for as long as Telegram was asked to wait. */
    private void pollsBreak() {
        for (int i = 0; i < 100; i++) {
            telegram.fail("getUpdates", Moment.BREAK_BEFORE);
        }
    }

    private Delivery delivery(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).getFirst();
    }
}
