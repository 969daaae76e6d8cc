@NullMarked
package app.prosa.architecture.broken.conversation;

import org.jspecify.annotations.NullMarked;
