@NullMarked
package app.prosa.architecture.broken.llm;

import org.jspecify.annotations.NullMarked;
