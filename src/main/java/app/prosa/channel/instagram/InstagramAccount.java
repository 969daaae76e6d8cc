package app.prosa.channel.instagram;

/**
 * The account that a token is of.
 *
 * @param id what webhooks call it, too. The API has a second one for each app, which is not this
 * @param username without the at sign
 * @param name may be empty
 */
public record InstagramAccount(String id, String username, String name) {}
