package app.prosa.desktop.transcript.find;

/**
 * A part of a text.
 *
 * @param from its first character, in UTF-16 units
 * @param to after its last
 */
public record Range(int from, int to) {}
