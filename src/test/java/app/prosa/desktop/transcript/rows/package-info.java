@NullMarked
package app.prosa.desktop.transcript.rows;

import org.jspecify.annotations.NullMarked;
