/**
 * Telegram's Bot API, version 10, as it goes over the wire: {@code TelegramApi} asks and sends,
 * {@code TelegramUpdates} understands what comes. When to do which is decided elsewhere.
 *
 * <p>A message has the external id {@code <chat id>:<message id>}, because Telegram counts messages
 * within each chat.
 */
@NullMarked
package app.prosa.channel.telegram;

import org.jspecify.annotations.NullMarked;
