/** The window. Everything here runs on the JavaFX application thread unless it says otherwise. */
@NullMarked
package app.prosa.desktop;

import org.jspecify.annotations.NullMarked;
