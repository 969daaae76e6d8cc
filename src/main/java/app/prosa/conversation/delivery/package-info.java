/**
 * Conversations that take place elsewhere: with whom they are, which turns are due, and what is on
 * its way out. Channels work with these; the store keeps them.
 */
@NullMarked
package app.prosa.conversation.delivery;

import org.jspecify.annotations.NullMarked;
