package app.prosa.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.conversation.InvalidMessageException.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboundMessageTest {
    private static InboundMessage message(String userId, @Nullable String externalId) {
        return new InboundMessage(ChannelKind.WEB, userId, "hi", externalId, List.of());
    }

    private static Code reasonAgainst(String userId, @Nullable String externalId) {
        return assertThrows(InvalidMessageException.class, () -> message(userId, externalId))
                .code();
    }

    @Test
    void names_may_be_of_any_script_but_not_hold_half_a_character() {
        assertEquals("é😀", message("é😀", "ü😀\n1").userId());
        assertEquals(Code.USER_ID_INVALID, reasonAgainst("a\uD83D", null));
        assertEquals(Code.LONE_SURROGATE, reasonAgainst("a", "1\uDE00"));
    }
}
