/** What the operator chose, where secrets are kept, and the texts in the operator's language. */
@NullMarked
package app.prosa.settings;

import org.jspecify.annotations.NullMarked;
