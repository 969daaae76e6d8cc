package app.prosa.channel;

/**
 * A text on its way out.
 *
 * @param formatted whether the text is in the platform's markup; otherwise it is plain
 * @param late a person wrote it, and later than the program might have
 * @param reference our own number of it, to be sent along where the platform gives it back
 */
public record Outgoing(
        String chatId, String text, boolean formatted, boolean late, String reference) {}
