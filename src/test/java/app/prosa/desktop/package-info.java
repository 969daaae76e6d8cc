@NullMarked
package app.prosa.desktop;

import org.jspecify.annotations.NullMarked;
