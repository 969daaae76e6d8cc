package app.prosa.channel.telegram;

/**
 * Who we are.
 *
 * @param username without the at sign
 * @param readsGroups whether it gets all messages of its groups, and not only those that name it
 *     (privacy mode)
 * @see <a href="https://core.telegram.org/bots/api#getme">Bot API, getMe</a>
 */
public record TelegramBot(long id, String username, String name, boolean readsGroups) {}
