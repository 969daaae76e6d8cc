@NullMarked
package app.prosa.desktop.style;

import org.jspecify.annotations.NullMarked;
