package app.prosa.channel.text;

/**
 * What goes out as one message. Both texts are within the platform's limit, neither is blank, and
 * both say the same.
 *
 * @param markup in the platform's own markup; the plain text itself where it has none
 * @param plain for the one repeat when the platform rejects the markup
 */
public record Part(String markup, String plain) {}
