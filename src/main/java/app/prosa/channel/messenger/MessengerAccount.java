package app.prosa.channel.messenger;

/**
 * The page that a token is of.
 *
 * @param id what webhooks call it, too
 */
public record MessengerAccount(String id, String name) {}
