package app.prosa.desktop.chat;

import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import java.util.Optional;

/** What the operator has to know of somebody before anything else. */
enum CorrespondentNotice {
    NONE,
    /** They wait to be let in. */
    WAITING,
    /** They were blocked. */
    BARRED,
    /** They asked for silence. */
    OPTED_OUT,
    /** Nothing arrives there. */
    UNREACHABLE,
    /** What they wrote was not answered unasked. */
    HELD;

    static CorrespondentNotice of(Optional<Correspondent> somebody) {
        return somebody.map(CorrespondentNotice::of).orElse(NONE);
    }

    private static CorrespondentNotice of(Correspondent who) {
        if (who.standing() != Standing.ADMITTED) {
            return who.standing() == Standing.WAITING ? WAITING : BARRED;
        }
        if (who.optedOut()) {
            return OPTED_OUT;
        }
        if (!who.reachable()) {
            return UNREACHABLE;
        }
        return who.held() > 0 ? HELD : NONE;
    }
}
