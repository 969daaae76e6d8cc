/** The hub, as the window sees it. */
@NullMarked
package app.prosa.desktop.hub;

import org.jspecify.annotations.NullMarked;
