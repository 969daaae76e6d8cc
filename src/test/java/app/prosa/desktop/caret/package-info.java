@NullMarked
package app.prosa.desktop.caret;

import org.jspecify.annotations.NullMarked;
