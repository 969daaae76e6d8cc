package app.prosa.channel.twilio;

import java.util.regex.Pattern;

/** What our messages come from. */
public sealed interface TwilioSender {

    /**
     * A number that is registered with WhatsApp.
     *
     * @param address such as {@code whatsapp:+14155238886}
     */
    record Phone(String address) implements TwilioSender {
        public Phone {
            if (!Addresses.isPhone(address)) {
                throw new IllegalArgumentException("This is no number of WhatsApp's");
            }
        }
    }

    /**
     * A Messaging Service, which chooses one of its numbers.
     *
     * @param sid {@code MG} and 32 hexadecimal digits
     * @see <a href="https://www.twilio.com/docs/messaging/services">Twilio, Messaging Services</a>
     */
    record Service(String sid) implements TwilioSender {
        private static final Pattern SHAPE = Pattern.compile("MG[0-9a-fA-F]{32}");

        public Service {
            if (!SHAPE.matcher(sid).matches()) {
                throw new IllegalArgumentException("This is no SID of a Messaging Service");
            }
        }
    }

    /**
     * What somebody typed: a number with its plus sign, with or without {@code whatsapp:}, or the
     * SID of a Messaging Service.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static TwilioSender of(String typed) {
        String text = typed.strip();
        if (text.startsWith("MG")) {
            return new Service(text);
        }
        return new Phone(text.startsWith("+") ? Addresses.PREFIX + text : text);
    }
}
