/**
 * The domain: conversations, messages, turns, and the ports that the domain needs. Knows no
 * toolkit, no SQL, no HTTP.
 */
@NullMarked
package app.prosa.conversation;

import org.jspecify.annotations.NullMarked;
