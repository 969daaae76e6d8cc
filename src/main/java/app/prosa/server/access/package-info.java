/** Who may call: hosts, origins, keys, visitors and their limits. */
@NullMarked
package app.prosa.server.access;

import org.jspecify.annotations.NullMarked;
