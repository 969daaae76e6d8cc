/**
 * A message cut into lines: the rows of the transcript, as plain records. Made off the JavaFX
 * thread; a line is small enough to be drawn in a moment, however long its message is.
 */
@NullMarked
package app.prosa.desktop.transcript.lines;

import org.jspecify.annotations.NullMarked;
