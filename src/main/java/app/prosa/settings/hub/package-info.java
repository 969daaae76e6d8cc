/**
 * What the operator chose about the hub, and how the hub is talked about without knowing its
 * server.
 */
@NullMarked
package app.prosa.settings.hub;

import org.jspecify.annotations.NullMarked;
