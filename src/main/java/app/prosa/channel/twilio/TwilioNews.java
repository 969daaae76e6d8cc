package app.prosa.channel.twilio;

import app.prosa.channel.Inbound;
import java.util.List;

/** What the request of a webhook says. */
public sealed interface TwilioNews {

    /** In its order; nothing when it says nothing to us. */
    record Heard(List<Inbound> inbound) implements TwilioNews {
        public Heard {
            inbound = List.copyOf(inbound);
        }
    }

    /** It is signed as it should be, and yet not what this address is for. */
    record Strange(What what) implements TwilioNews {
        public enum What {
            /** It names no message. */
            NO_MESSAGE,
            /** Who writes has no address of WhatsApp's: it is an SMS, perhaps. */
            NO_WHATSAPP,
            /** It is for another account. */
            OTHER_ACCOUNT,
            /** It is for another number or another service of the account. */
            OTHER_SENDER
        }
    }
}
