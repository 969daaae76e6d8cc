/**
 * Drives the installed program by itself, so that the JVM learns what to keep ready for the next
 * start. Lies on the installed class path, so it may use the program, JavaFX and the JDK alone.
 */
@NullMarked
package app.prosa.training;

import org.jspecify.annotations.NullMarked;
