/**
 * What WhatsApp's Cloud API, Instagram and Messenger have in common, as it goes over the wire: the
 * Graph API with its errors, the webhooks' envelope, and the messages of the latter two. Each
 * platform has a package of its own that is its door.
 */
@NullMarked
package app.prosa.channel.meta;

import org.jspecify.annotations.NullMarked;
