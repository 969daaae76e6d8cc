@NullMarked
package app.prosa.architecture.broken.desktop;

import org.jspecify.annotations.NullMarked;
