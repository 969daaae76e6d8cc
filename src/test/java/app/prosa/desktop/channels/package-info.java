@NullMarked
package app.prosa.desktop.channels;

import org.jspecify.annotations.NullMarked;
