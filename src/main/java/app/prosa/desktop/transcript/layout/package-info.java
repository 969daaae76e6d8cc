/** Where rows are, and which text is selected, as numbers: free of JavaFX. */
@NullMarked
package app.prosa.desktop.transcript.layout;

import org.jspecify.annotations.NullMarked;
