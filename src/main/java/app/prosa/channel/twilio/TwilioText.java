package app.prosa.channel.twilio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way out.
 *
 * @param to whom, as {@code Chat.id} has it
 * @param body 1 to 1600 UTF-16 units, in WhatsApp's markup, which Twilio does not look at
 * @param statusCallback where Twilio tells what becomes of it, a public address; or null for what
 *     is set at Twilio
 */
public record TwilioText(String to, String body, @Nullable URI statusCallback) {}
