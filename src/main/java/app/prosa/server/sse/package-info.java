/** Events to clients that listen, at the price of a write each. */
@NullMarked
package app.prosa.server.sse;

import org.jspecify.annotations.NullMarked;
