/** Markdown as plain records: parsed by commonmark, bounded against bombs, free of JavaFX. */
@NullMarked
package app.prosa.desktop.markdown;

import org.jspecify.annotations.NullMarked;
