/** All that the window does with conversations, for programs that hold an operator's key. */
@NullMarked
package app.prosa.server.operator;

import org.jspecify.annotations.NullMarked;
