package app.prosa.conversation;

/** What has arrived so far of a reply that is being written. */
public record Partial(MessageId messageId, String text, String reasoning) {}
