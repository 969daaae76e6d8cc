package app.prosa.channel.twilio;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Sender;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who writes, and whether it is a command. */
final class People {
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{5,14}");
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:\\s+(.*))?", Pattern.DOTALL);

    private People() {}

    /** Groups cannot be reached through Twilio: it is always a chat of two. */
    static Chat chat(String address) {
        return new Chat(address, false, "");
    }

    /**
     * @param name that the person chose
     * @param number of WhatsApp, without a plus sign, where it is known
     */
    static Sender sender(String address, String name, String number) {
        String phone = Addresses.phone(address);
        boolean known = phone.isEmpty() && DIGITS.matcher(number).matches();
        return new Sender(
                address,
                NO_NAME.matcher(name).replaceAll(" ").strip(),
                known ? "+" + number : phone);
    }

    /** WhatsApp knows no commands; here a word after a slash is one, when the text begins so. */
    static Inbound sorted(Inbound.Message message) {
        Matcher command = COMMAND.matcher(message.text().strip());
        if (!command.matches()) {
            return message;
        }
        String argument = command.group(2);
        return new Inbound.Command(
                message,
                command.group(1).toLowerCase(Locale.ROOT),
                argument == null ? "" : argument);
    }
}
