/** Where platforms deliver what people write. */
@NullMarked
package app.prosa.server.channels;

import org.jspecify.annotations.NullMarked;
