@NullMarked
package app.prosa.architecture.broken.server;

import org.jspecify.annotations.NullMarked;
