@NullMarked
package app.prosa.architecture.broken.updates;

import org.jspecify.annotations.NullMarked;
