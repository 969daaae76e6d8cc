/** The list of conversations at the left of the window. */
@NullMarked
package app.prosa.desktop.conversations;

import org.jspecify.annotations.NullMarked;
