package app.prosa.channel;

/**
 * Where a message was written.
 *
 * @param id what an answer is sent to
 * @param group whether more than the sender and we read it
 * @param title of a group; empty for a chat of two
 */
public record Chat(String id, boolean group, String title) {}
