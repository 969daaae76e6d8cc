/**
 * Messenger, as it goes over the wire: {@code MessengerApi} asks and sends, {@code
 * MessengerWebhook} understands what comes. When to do which is decided elsewhere.
 */
@NullMarked
package app.prosa.channel.messenger;

import org.jspecify.annotations.NullMarked;
