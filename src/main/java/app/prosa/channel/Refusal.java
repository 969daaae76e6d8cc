package app.prosa.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a platform did not do what it was asked, sorted by what can be done about it. */
public sealed interface Refusal {
    /** The longest {@link #said}, in UTF-16 units. */
    int MAX_SAID = 300;

    /**
     * What the platform itself said, for the operator and the log; free of secrets, maybe empty.
     */
    String said();

    /**
     * It may be asked again, the same way.
     *
     * @param after how long the platform asks to wait, or null when it does not say
     */
    record Retry(Cause cause, @Nullable Duration after, String said) implements Refusal {
        public enum Cause {
            /** Too many requests, of this chat or of the whole account. */
            SLOW_DOWN,
            /** The platform is out of order. */
            SERVER,
            /** It was not reached, or the connection broke. */
            NETWORK
        }

        public Retry {
            said = shortened(said);
        }
    }

    /** This message will never arrive, however often it is sent. */
    record Stop(Reason reason, String said) implements Refusal {
        public enum Reason {
            /** The person or the group does not let us write (any more). */
            BLOCKED,
            /** The person asked the platform for no more messages. */
            OPTED_OUT,
            /** We may write only after the person has written, and not too long after. */
            WINDOW_CLOSED,
            /** There is nobody there, or not any more. */
            BAD_ADDRESS,
            /** The message or the file is too large. Says nothing of the recipient. */
            TOO_LARGE,
            /** The platform does not take it, for another reason. Says nothing of the recipient. */
            REJECTED
        }

        public Stop {
            said = shortened(said);
        }
    }

    /** Nothing works until the operator has put something right. */
    record FixMe(Fault fault, String said) implements Refusal {
        public enum Fault {
            /** The token or the password is wrong or revoked. */
            TOKEN,
            /** The token is good, but not for this. */
            PERMISSION,
            /** The account is suspended, or its credit spent. */
            ACCOUNT,
            /** What answers at the address that is set is not the platform, or too old. */
            ADDRESS,
            /** The platform cannot use the public address that it was given for its webhook. */
            PUBLIC_URL
        }

        public FixMe {
            said = shortened(said);
        }
    }

    /** The markup is not understood: to be sent once more as plain text. */
    record Markup(String said) implements Refusal {
        public Markup {
            said = shortened(said);
        }
    }

    /** The chat has another id from now on: to be sent once more, there. */
    record Moved(String chatId, String said) implements Refusal {
        public Moved {
            said = shortened(said);
        }
    }

    private static String shortened(String said) {
        if (said.length() <= MAX_SAID) {
            return said;
        }
        int end = Character.isHighSurrogate(said.charAt(MAX_SAID - 1)) ? MAX_SAID - 1 : MAX_SAID;
        return said.substring(0, end);
    }
}
