@NullMarked
package app.prosa.desktop.conversations;

import org.jspecify.annotations.NullMarked;
