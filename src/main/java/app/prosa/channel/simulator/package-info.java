/**
 * A customer who lives in this program, and the platform that they write by: for a first look
 * without an account, for tests, and to play what a platform once posted again. {@code Simulation}
 * is the door.
 *
 * <p>The hub is the real one: it calls {@code StandIn} where it would call the platform, and gets
 * bodies as the platform makes them, signed and posted to its webhooks or fetched by it.
 */
@NullMarked
package app.prosa.channel.simulator;

import org.jspecify.annotations.NullMarked;
