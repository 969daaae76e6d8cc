package app.prosa.desktop.transcript.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryWordsTest {
    private final DeliveryWords words = new DeliveryWords(Texts.in(Language.ENGLISH));

    @Test
    void every_state_has_words_of_its_own() {
        Set<String> said = new HashSet<>();
        for (DeliveryState state : DeliveryState.values()) {
            assertTrue(said.add(brief(state, null, false)), state.name());
        }
    }

    @Test
    void what_makes_a_message_wait_is_told_where_it_is_more_than_its_turn() {
        assertEquals("waits to be sent", brief(DeliveryState.PENDING, null, false));
        assertEquals(
                "waits: the platform was not reached",
                brief(DeliveryState.PENDING, Trouble.NETWORK, false));
        assertEquals(
                "waits: the channel is in trouble",
                brief(DeliveryState.PENDING, Trouble.TOKEN, false));
    }

    @Test
    void whoever_may_have_got_it_twice_is_told_of() {
        assertEquals(
                "delivered, may have arrived twice", brief(DeliveryState.DELIVERED, null, true));
    }

    @Test
    void every_trouble_is_a_sentence() {
        for (Trouble trouble : Trouble.values()) {
            assertTrue(words.failed(trouble).endsWith("."), trouble.name());
        }
        assertEquals("This message did not arrive.", words.failed(null));
    }

    @Test
    void nothing_is_sent_again_to_whoever_does_not_want_it() {
        assertFalse(DeliveryWords.canBeSentAgain(Trouble.OPTED_OUT));
        assertFalse(DeliveryWords.canBeSentAgain(Trouble.NOT_ADMITTED));
        assertTrue(DeliveryWords.canBeSentAgain(Trouble.NETWORK));
        assertTrue(DeliveryWords.canBeSentAgain(null));
    }

    private String brief(DeliveryState state, @Nullable Trouble trouble, boolean twice) {
        return words.brief(new Delivery(new MessageId(new UUID(0, 1)), state, trouble, twice));
    }
}
