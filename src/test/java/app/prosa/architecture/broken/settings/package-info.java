@NullMarked
package app.prosa.architecture.broken.settings;

import org.jspecify.annotations.NullMarked;
