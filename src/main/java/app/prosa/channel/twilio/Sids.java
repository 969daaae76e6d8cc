package app.prosa.channel.twilio;

import java.util.regex.Pattern;

/** Twilio's names for things: two letters that say what it is, and 32 hexadecimal digits. */
final class Sids {
    /** A message, with media or without. */
    static final String MESSAGE = "(?:SM|MM)[0-9a-fA-F]{32}";

    static final String MEDIA = "ME[0-9a-fA-F]{32}";

    private static final Pattern ONE_MESSAGE = Pattern.compile(MESSAGE);

    private Sids() {}

    static boolean isMessage(String sid) {
        return ONE_MESSAGE.matcher(sid).matches();
    }
}
