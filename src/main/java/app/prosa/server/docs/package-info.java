/** What the hub answers, said to programs and to people. */
@NullMarked
package app.prosa.server.docs;

import org.jspecify.annotations.NullMarked;
