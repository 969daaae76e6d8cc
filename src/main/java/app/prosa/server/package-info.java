/** The hub: one embedded server, in front of the conversation engine. {@link Hub} is the door. */
@NullMarked
package app.prosa.server;

import org.jspecify.annotations.NullMarked;
