package app.prosa.channel.twilio;

import java.util.regex.Pattern;

/** Addresses of WhatsApp's, as Twilio writes them. */
final class Addresses {
    static final String PREFIX = "whatsapp:";

    private static final Pattern PHONE = Pattern.compile("whatsapp:\\+[1-9][0-9]{5,14}");
    // Twilio's own limit; what else comes after the colon is WhatsApp's affair.
    private static final Pattern ANY = Pattern.compile("whatsapp:[!-~]{1,140}");

    private Addresses() {}

    /** Whether it is one; the address of another channel is none. */
    static boolean isWhatsApp(String address) {
        return ANY.matcher(address).matches();
    }

    static boolean isPhone(String address) {
        return PHONE.matcher(address).matches();
    }

    /** The number with its plus sign; empty when the person hides it. */
    static String phone(String address) {
        return isPhone(address) ? address.substring(PREFIX.length()) : "";
    }
}
