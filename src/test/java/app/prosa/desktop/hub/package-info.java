@NullMarked
package app.prosa.desktop.hub;

import org.jspecify.annotations.NullMarked;
