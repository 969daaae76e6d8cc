/**
 * What people write on the platforms, and what is written back. Here is what all platforms have in
 * common; each has a package of its own for its wire.
 */
@NullMarked
package app.prosa.channel;

import org.jspecify.annotations.NullMarked;
