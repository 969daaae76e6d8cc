@NullMarked
package app.prosa.desktop.shell;

import org.jspecify.annotations.NullMarked;
