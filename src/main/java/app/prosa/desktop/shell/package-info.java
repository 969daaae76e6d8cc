/**
 * The window around the pages: rail, panes, status bar, toasts, and how it starts, remembers and
 * ends. {@link app.prosa.desktop.shell.DesktopApp} is its door.
 */
@NullMarked
package app.prosa.desktop.shell;

import org.jspecify.annotations.NullMarked;
