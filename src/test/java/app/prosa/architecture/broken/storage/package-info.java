@NullMarked
package app.prosa.architecture.broken.storage;

import org.jspecify.annotations.NullMarked;
