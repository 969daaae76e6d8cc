package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrespondentNoticeTest {
    @Test
    void nothing_is_said_of_nobody_and_of_somebody_who_is_answered() {
        assertEquals(CorrespondentNotice.NONE, CorrespondentNotice.of(Optional.empty()));
        assertEquals(CorrespondentNotice.NONE, of(Standing.ADMITTED, false, true, 0));
    }

    @Test
    void whether_they_are_let_in_comes_before_all_else() {
        assertEquals(CorrespondentNotice.WAITING, of(Standing.WAITING, true, false, 3));
        assertEquals(CorrespondentNotice.BARRED, of(Standing.BARRED, true, false, 3));
    }

    @Test
    void what_makes_an_answer_useless_comes_before_what_waits_for_one() {
        assertEquals(CorrespondentNotice.OPTED_OUT, of(Standing.ADMITTED, true, false, 3));
        assertEquals(CorrespondentNotice.UNREACHABLE, of(Standing.ADMITTED, false, false, 3));
        assertEquals(CorrespondentNotice.HELD, of(Standing.ADMITTED, false, true, 3));
    }

    private static CorrespondentNotice of(
            Standing standing, boolean optedOut, boolean reachable, int held) {
        return CorrespondentNotice.of(
                Optional.of(
                        new Correspondent(
                                ConversationId.NONE,
                                new Address("telegram:1", "7", false),
                                "Ana",
                                "@ana",
                                standing,
                                optedOut,
                                reachable,
                                null,
                                held)));
    }
}
