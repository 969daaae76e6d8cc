/** Finding words in messages, as a reader sees them: free of JavaFX. */
@NullMarked
package app.prosa.desktop.transcript.find;

import org.jspecify.annotations.NullMarked;
