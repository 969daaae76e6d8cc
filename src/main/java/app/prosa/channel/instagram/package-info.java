/**
 * Instagram's direct messages, as they go over the wire: {@code InstagramApi} asks and sends,
 * {@code InstagramWebhook} understands what comes. When to do which is decided elsewhere.
 */
@NullMarked
package app.prosa.channel.instagram;

import org.jspecify.annotations.NullMarked;
