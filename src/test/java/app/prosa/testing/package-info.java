@NullMarked
package app.prosa.testing;

import org.jspecify.annotations.NullMarked;
