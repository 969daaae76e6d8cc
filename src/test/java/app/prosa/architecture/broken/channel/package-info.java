@NullMarked
package app.prosa.architecture.broken.channel;

import org.jspecify.annotations.NullMarked;
