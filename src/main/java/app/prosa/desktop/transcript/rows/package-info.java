/** What a line looks like: one node for each that shows. */
@NullMarked
package app.prosa.desktop.transcript.rows;

import org.jspecify.annotations.NullMarked;
